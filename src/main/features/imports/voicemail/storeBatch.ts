import type { VoicemailImported } from '../../../../shared/imports/contract.ts'
import { fileExtensions } from '../../../../shared/voicemail/model.ts'
import type { Clock, Ids } from '../../../clock.ts'
import type { WriteDb } from '../../../db/sql.ts'
import { removeAudioFiles, writeAudioFiles } from './audioFiles.ts'
import type { Found } from './readSource.ts'
import { createFreeExtension, findExtension, insertGreeting, insertMessage } from './repository.ts'

export type Given = { db: WriteDb; audioFolder: string; clock: Clock; ids: Ids; operator: string }

/** What is new, with the extension that gets it. */
export type Arrived = Extract<Found, { kind: 'message' | 'greeting' }>

type Filed = { arrived: Arrived; id: string; file: string; bytes: Uint8Array }

/**
 * Stores a batch whole or not at all: audio flushed first, then all rows in one transaction, in which first is called
 * when nothing was stored before. Throws DISK_FULL, FILE_PROBLEM.
 */
export async function storeBatch(
  given: Given,
  batch: readonly Arrived[],
  result: VoicemailImported,
  first: () => void,
): Promise<void> {
  const files = batch.map((arrived): Filed => {
    const { format, bytes } = arrived.kind === 'message' ? arrived.message : arrived.greeting
    const id = given.ids.next()
    return { arrived, id, file: `${id.slice(0, 2)}/${id}.${fileExtensions[format]}`, bytes }
  })
  await writeAudioFiles(given.audioFolder, files)
  const unused: string[] = []
  given.db
    .transaction(() => {
      if (result.imported + result.greetings === 0) first()
      for (const filed of files) if (!insert(given, filed, result)) unused.push(filed.file)
    })
    .immediate()
  await removeAudioFiles(given.audioFolder, unused)
}

/** False when another import has added the message meanwhile. */
function insert(given: Given, { arrived, id, file }: Filed, result: VoicemailImported): boolean {
  const { extension, mailbox } = arrived.in
  const extensionId = findExtension(given.db, extension) ?? newExtension(given, extension, mailbox.email, result)
  if (arrived.kind === 'greeting') {
    insertGreeting(given.db, extensionId, { ...arrived.greeting, id, file })
    result.greetings += 1
    result.notes.push(...arrived.greeting.notes)
    return true
  }
  if (!insertMessage(given.db, extensionId, { ...arrived.message, id, file })) {
    result.alreadyHere += 1
    return false
  }
  result.imported += 1
  result.notes.push(...arrived.message.notes)
  return true
}

function newExtension(given: Given, extensionNumber: string, email: string, result: VoicemailImported): string {
  result.extensionsCreated.push(extensionNumber)
  return createFreeExtension(given.db, { extensionNumber, email }, given)
}
