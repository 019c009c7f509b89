import type { VoicemailImported } from '../../../../shared/imports/contract.ts'
import { AppError } from '../../../../shared/ipc/errors.ts'
import { appendAudit } from '../../../audit/repository.ts'
import { openSource } from './openSource.ts'
import { readSource } from './readSource.ts'
import type { VoicemailRequest } from './request.ts'
import { requireRoomFor } from './room.ts'
import { storeBatch, type Arrived, type Given } from './storeBatch.ts'

/** One flush of folders and one transaction for so many messages, or so much audio in memory. */
const batchMessages = 32
const batchBytes = 32 * 1024 * 1024

/**
 * Imports what is not here yet, in batches that each are whole: audio flushed first, then its rows. When it stops in
 * the middle, what is imported stays, and a second import goes on. Throws CANCELLED, DISK_FULL, FILE_PROBLEM,
 * IMPORT_REJECTED.
 */
export async function importVoicemail(given: Given, request: VoicemailRequest): Promise<VoicemailImported> {
  const opened = await openSource(request)
  const result: VoicemailImported = {
    imported: 0,
    alreadyHere: 0,
    greetings: 0,
    skipped: [],
    unreadable: [],
    extensionsCreated: [],
    notes: [],
  }
  const batches = createBatches(given, request, result)
  try {
    await requireRoomFor(given.db, given.audioFolder, opened)
    for await (const found of readSource(given.db, request.from, opened, request)) {
      if (found.kind === 'alreadyHere') result.alreadyHere += found.what === 'message' ? 1 : 0
      else if (found.kind === 'skipped' || found.kind === 'unreadable')
        result[found.kind].push({ file: found.file, reason: found.reason })
      else await batches.add(found)
    }
    await batches.store()
  } catch (error) {
    throw request.signal?.aborted === true ? stopped(result) : error
  } finally {
    await opened.close()
    if (result.imported + result.greetings > 0) finished(given, request, result)
  }
  return result
}

/** Gathers what is new until a batch is full. */
function createBatches(given: Given, request: VoicemailRequest, result: VoicemailImported) {
  let batch: Arrived[] = []
  let bytes = 0
  const store = async (): Promise<void> => {
    if (batch.length > 0) await storeBatch(given, batch, result, () => begun(given, request))
    batch = []
    bytes = 0
  }
  return {
    store,
    add: async (arrived: Arrived): Promise<void> => {
      batch.push(arrived)
      bytes += (arrived.kind === 'message' ? arrived.message : arrived.greeting).bytes.length
      if (batch.length === batchMessages || bytes >= batchBytes) await store()
    },
  }
}

/** A kill leaves the start without its end: what was imported until then is told by the start. */
function begun({ db, clock, operator }: Given, { from, path }: VoicemailRequest): void {
  appendAudit(db, clock, { operator, action: 'import.voicemailStart', subject: path, detail: { source: from } })
}

function finished({ db, clock, operator }: Given, { from, path }: VoicemailRequest, result: VoicemailImported): void {
  const { imported, greetings, extensionsCreated, skipped, unreadable } = result
  const detail = {
    source: from,
    imported,
    greetings,
    skipped: skipped.length,
    unreadable: unreadable.length,
    extensionsCreated,
  }
  db.transaction(() =>
    appendAudit(db, clock, { operator, action: 'import.voicemail', subject: path, detail }),
  ).immediate()
}

function stopped({ imported }: VoicemailImported): AppError {
  const said =
    imported === 0
      ? 'The import was stopped. Nothing was imported.'
      : `The import was stopped after ${imported === 1 ? 'one message, which stays' : `${imported} messages, which stay`}. Import again to go on: nothing is imported twice.`
  return new AppError('CANCELLED', said, { imported })
}
