import type { ArchivedMessage } from '../../../../shared/archives/model.ts'
import { readNotes, type FoundNotes } from '../../../archive/notesFile.ts'
import {
  manifestSha256Of,
  payloadBytesOf,
  readBagInfo,
  readListOf,
  tagmanifestSha256Of,
} from '../../../archive/readBag.ts'
import { describeBag } from '../describeBag.ts'
import { signatureOf } from './signature.ts'

/** What the library keeps of a bag. */
export type LibraryBag = {
  path: string
  signature: string
  manifestSha256: string
  tagmanifestSha256: string | null
  personName: string
  extension: string | null
  createdAt: string | null
  messages: number
  bytes: number
  notes: FoundNotes
}

/**
 * Reads what a bag says of itself, and its messages, null when their list is none of ours; nothing is checked. Rejects with NOT_FOUND and ARCHIVE_INVALID when
 * the folder is no bag, and with the system's error.
 */
export async function readForLibrary(path: string): Promise<{ bag: LibraryBag; messages: ArchivedMessage[] | null }> {
  // Taken first: what changes while it is read is read again with the next look.
  const signature = await signatureOf(path)
  const bagInfo = await readBagInfo(path)
  const messages = await readListOf(path)
  const bag: LibraryBag = {
    path,
    signature,
    manifestSha256: await manifestSha256Of(path),
    tagmanifestSha256: await tagmanifestSha256Of(path),
    ...(await describeBag(path, bagInfo)),
    messages: messages?.length ?? 0,
    bytes: await payloadBytesOf(path, bagInfo),
    notes: await readNotes(path),
  }
  return { bag, messages }
}
