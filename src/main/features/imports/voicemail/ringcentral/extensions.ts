import { z } from 'zod'
import { jsonOf } from '../jsonText.ts'

/** What RingCentral's list of extensions says of one of them. */
export type ListedExtension = { number: string; holder: string; email: string }

const listed = z.looseObject({
  id: z.union([z.string(), z.number()]).transform(String),
  extensionNumber: z.union([z.string(), z.number()]).transform(String),
  name: z.string().nullish(),
  contact: z.looseObject({ email: z.string().nullish() }).nullish(),
})
const answer = z.looseObject({ records: z.array(z.unknown()) })

/**
 * The extensions of an answer of GET /account/~/extension, by their ids: an export names them by nothing else. None when
 * the JSON is something else.
 */
export function parseExtensions(text: string): Map<string, ListedExtension> {
  const found = new Map<string, ListedExtension>()
  for (const one of answer.safeParse(jsonOf(text)).data?.records ?? []) {
    const { data } = listed.safeParse(one)
    if (data === undefined) continue
    const { id, extensionNumber, name, contact } = data
    found.set(id, { number: extensionNumber, holder: name ?? '', email: contact?.email ?? '' })
  }
  return found
}
