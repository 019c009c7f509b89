import { z } from 'zod'
import { extensionId, extensionNumber, userId } from '../ids.ts'

const extension = extensionNumber.nullable()

/** What a plan is about, as it is shown everywhere. */
export const subject = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), userId, name: z.string(), userName: z.string(), extension }),
  /** holder: the name of the person who has the extension; null when it is free. */
  z.object({
    kind: z.literal('extension'),
    extensionId,
    name: z.string(),
    holder: z.string().nullable(),
    extension: extensionNumber,
  }),
  z.object({ kind: z.literal('messages'), name: z.string(), extensions: z.array(extensionNumber), extension }),
])
export type Subject = z.infer<typeof subject>

/** How the audit names it, inside a sentence. */
export function referenceOf(about: Subject): string {
  switch (about.kind) {
    case 'person':
      return about.userName
    case 'extension':
      return `extension ${about.extension}`
    case 'messages':
      return about.extensions.length === 1
        ? `extension ${about.extensions[0]}`
        : `${about.extensions.length} extensions`
  }
}

/** In the middle of a sentence: "Dana Whitfield", "extension 1042". */
export function subjectInText(about: Subject): string {
  return about.kind === 'extension' ? `extension ${about.extension}` : about.name
}

/** The second line below the name. */
export function subjectDetail(about: Subject): string {
  const on = about.extension === null ? 'no extension' : `extension ${about.extension}`
  switch (about.kind) {
    case 'person':
      return `${about.userName} · ${on}`
    case 'extension':
      return about.holder ?? 'Free'
    case 'messages':
      return about.extensions.map((number) => `extension ${number}`).join(', ')
  }
}
