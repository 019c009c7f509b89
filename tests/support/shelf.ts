import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { writeBag } from '../../src/main/archive/writeBag.ts'
import { archiveQuery, messageQuery } from '../../src/shared/archives/library.ts'
import type { VoicemailMessage } from '../../src/shared/voicemail/model.ts'
import { testFolder } from './folder.ts'
import { mailbox, rigFor } from './person.ts'
import { openTestServices } from './services.ts'

export const quietly = { signal: new AbortController().signal, report: () => undefined }
export const as = { operator: 'Sam Admin' }
export const all = archiveQuery.parse({})

/** A bag of Dana's at shelf/name. */
export async function makeBag(
  shelf: string,
  name: string,
  count = 3,
  change: (index: number) => Partial<VoicemailMessage> = () => ({}),
): Promise<string> {
  const bag = join(shelf, name)
  mkdirSync(shelf, { recursive: true })
  const rig = rigFor(mailbox(count, change), bag)
  await writeBag(rig.request, rig.io)
  return bag
}

/** Services that watch an empty folder. */
export async function withShelf() {
  const shelf = testFolder()
  const { services, clock } = await openTestServices()
  const { library, archives } = services
  await library.addFolder(shelf, 'Sam Admin')
  const found = (search: string, more: object = {}) =>
    library.search(messageQuery.parse({ search, ...more })).messages.map(({ message }) => message.id)
  return { shelf, services, library, archives, clock, found }
}
