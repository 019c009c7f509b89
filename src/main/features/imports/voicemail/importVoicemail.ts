import type { VoicemailImported, VoicemailPreview } from '../../../../shared/imports/contract.ts'
import { AppError } from '../../../../shared/ipc/errors.ts'
import { fileExtensions } from '../../../../shared/voicemail/model.ts'
import { appendAudit } from '../../../audit/repository.ts'
import type { Clock, Ids } from '../../../clock.ts'
import type { ReadDb, WriteDb } from '../../../db/sql.ts'
import type { Progress } from '../progress.ts'
import { removeAudioFiles, writeAudioFiles } from './audioFiles.ts'
import type { ReadMessage } from './readMessage.ts'
import { createFreeExtension, findExtension, insertMessage, type StoredMessage } from './repository.ts'
import { requireRoomFor } from './room.ts'
import { readSpool, scanSpool } from './scan.ts'

/** One flush of folders and one transaction for so many messages, or so much audio in memory. */
const batchMessages = 32
const batchBytes = 32 * 1024 * 1024

export type VoicemailRequest = {
  path: string
  signal?: AbortSignal | undefined
  report?: ((progress: Progress) => void) | undefined
}

/** Reads the whole spool; nothing is changed, here or there. Throws FILE_PROBLEM, IMPORT_REJECTED. */
export async function previewVoicemail(db: ReadDb, request: VoicemailRequest): Promise<VoicemailPreview> {
  const scan = await scanSpool(db, request.path)
  const skipped = [...scan.skipped]
  const notes: VoicemailPreview['notes'] = []
  let alreadyHere = 0
  for await (const found of readSpool(db, scan, request)) {
    if (found.kind === 'alreadyHere') alreadyHere += 1
    if (found.kind === 'skipped') skipped.push(found.skipped)
    if (found.kind === 'new') notes.push(...found.message.notes)
  }
  const mailboxes = scan.mailboxes.map(({ mailbox, context, messages }) => {
    const known = findExtension(db, mailbox) !== null
    return { mailbox, context, messages: messages.length, known, extension: mailbox }
  })
  return { source: request.path, mailboxes, messages: scan.total, alreadyHere, skipped, notes }
}

type Given = { db: WriteDb; audioFolder: string; clock: Clock; ids: Ids; operator: string }

/**
 * Imports what is not here yet, in batches that each are whole: audio flushed first, then its rows. When it stops in
 * the middle, what is imported stays, and a second import goes on. Throws CANCELLED, DISK_FULL, FILE_PROBLEM,
 * IMPORT_REJECTED.
 */
export async function importVoicemail(given: Given, request: VoicemailRequest): Promise<VoicemailImported> {
  const scan = await scanSpool(given.db, request.path)
  await requireRoomFor(given.db, given.audioFolder, scan.mailboxes)
  const result: VoicemailImported = {
    imported: 0,
    alreadyHere: 0,
    skipped: [...scan.skipped],
    extensionsCreated: [],
    notes: [],
  }
  let batch: ReadMessage[] = []
  try {
    for await (const found of readSpool(given.db, scan, request)) {
      if (found.kind === 'alreadyHere') result.alreadyHere += 1
      if (found.kind === 'skipped') result.skipped.push(found.skipped)
      if (found.kind === 'new') batch.push(found.message)
      if (batch.length === batchMessages || sizeOf(batch) >= batchBytes) {
        await store(given, request.path, batch, result)
        batch = []
      }
    }
    await store(given, request.path, batch, result)
  } catch (error) {
    throw request.signal?.aborted === true ? stopped(result) : error
  } finally {
    if (result.imported > 0) finished(given, request.path, result)
  }
  return result
}

async function store(
  given: Given,
  path: string,
  batch: readonly ReadMessage[],
  result: VoicemailImported,
): Promise<void> {
  const { db, audioFolder, ids } = given
  const messages = batch.map((message): StoredMessage => {
    const id = ids.next()
    return { ...message, id, file: `${id.slice(0, 2)}/${id}.${fileExtensions[message.format]}` }
  })
  if (messages.length === 0) return
  await writeAudioFiles(audioFolder, messages)
  const unused: string[] = []
  db.transaction(() => {
    if (result.imported === 0) audit(given, 'import.voicemailStart', path, { source: 'asterisk' })
    for (const message of messages) {
      const extensionId = findExtension(db, message.mailbox) ?? newExtension(given, message.mailbox, result)
      if (insertMessage(db, extensionId, message)) {
        result.imported += 1
        result.notes.push(...message.notes)
      } else {
        result.alreadyHere += 1
        unused.push(message.file)
      }
    }
  }).immediate()
  await removeAudioFiles(audioFolder, unused)
}

function newExtension(given: Given, extensionNumber: string, result: VoicemailImported): string {
  result.extensionsCreated.push(extensionNumber)
  return createFreeExtension(given.db, extensionNumber, given)
}

/** A kill leaves the start without its end: what was imported until then is told by the start. */
function finished(given: Given, path: string, result: VoicemailImported): void {
  const { imported, extensionsCreated, skipped } = result
  const detail = { source: 'asterisk', imported, skipped: skipped.length, extensionsCreated }
  given.db.transaction(() => audit(given, 'import.voicemail', path, detail)).immediate()
}

function audit(
  { db, clock, operator }: Given,
  action: 'import.voicemail' | 'import.voicemailStart',
  subject: string,
  detail: Record<string, unknown>,
): void {
  appendAudit(db, clock, { operator, action, subject, detail })
}

function sizeOf(batch: readonly ReadMessage[]): number {
  return batch.reduce((sum, message) => sum + message.bytes.length, 0)
}

function stopped({ imported }: VoicemailImported): AppError {
  const said =
    imported === 0
      ? 'The import was stopped. Nothing was imported.'
      : `The import was stopped after ${imported === 1 ? 'one message, which stays' : `${imported} messages, which stay`}. Import again to go on: nothing is imported twice.`
  return new AppError('CANCELLED', said, { imported })
}
