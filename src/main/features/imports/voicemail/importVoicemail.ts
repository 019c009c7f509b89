import { shownMailboxes, type VoicemailImported } from '../../../../shared/imports/contract.ts'
import { AppError } from '../../../../shared/ipc/errors.ts'
import { appendAudit } from '../../../audit/repository.ts'
import { Journal } from '../../../unfinished/journal.ts'
import { Batches } from './batches.ts'
import { asAppError } from './dataFolderError.ts'
import { createNewness } from './newness.ts'
import { openSource } from './openSource.ts'
import { openProblems, tellGuesses, type Problems } from './problems.ts'
import { audioOf, readSource, type AlreadyHere } from './readSource.ts'
import type { VoicemailRequest } from './request.ts'
import { requireRoomFor } from './room.ts'
import type { OpenedSource } from './source.ts'
import { repairAudio } from './storedAudio.ts'
import type { Given, Imported } from './storeBatch.ts'

/**
 * Imports what is not here yet, in batches that each are whole: audio flushed and read back first, then its rows. Audio
 * that came before and is missing or damaged here is put back. When it stops in the middle, what is imported stays, and a
 * second import goes on. problemsFile gets everything that was left out, as CSV. Throws CANCELLED, DISK_FULL, FILE_PROBLEM, IMPORT_REJECTED.
 */
export async function importVoicemail(
  given: Given & { dataFolder: string; problemsFile: string },
  request: VoicemailRequest,
): Promise<VoicemailImported> {
  const opened = await openSource(given.dataFolder, request)
  const journal = await beginJournal(given.dataFolder, opened)
  const problems = openProblems(given.problemsFile)
  const result: Imported = { messages: 0, alreadyHere: 0, repaired: 0, greetings: 0, extensionsCreated: [] }
  const newness = createNewness(given.db)
  const batches = new Batches({ ...given, journal, newness }, result, {
    first: () => begun(given, request),
    stored: (arrived) => tellGuesses(problems, audioOf(arrived).notes),
  })
  const keep = async ({ what, repair }: AlreadyHere): Promise<void> => {
    if (what === 'message') result.alreadyHere += 1
    if (repair === null) return
    await repairAudio({ ...given, journal }, repair.file, repair.audio)
    result.repaired += 1
  }
  let whole = false
  try {
    await requireRoomFor(given.db, given.audioFolder, opened)
    for await (const found of readSource({ ...given, newness }, request.from, opened, request)) {
      if (found.kind === 'problem' || found.kind === 'refused') problems.tell(found.problem, found.messages)
      else if (found.kind === 'alreadyHere') await keep(found)
      else await batches.add(found)
    }
    await batches.store()
    whole = true
  } catch (error) {
    await batches.settle()
    throw request.signal?.aborted === true ? stopped(result) : error
  } finally {
    await Promise.all([opened.close(), batches.close()])
    await journal.end({ whole })
    problems.close()
    if (result.messages + result.greetings + result.repaired > 0) finished(given, request, result, problems)
  }
  return answer(result, problems)
}

async function beginJournal(dataFolder: string, opened: OpenedSource): Promise<Journal> {
  try {
    return await Journal.begin(dataFolder)
  } catch (cause) {
    await opened.close()
    throw asAppError(cause)
  }
}

function answer(
  { messages, alreadyHere, repaired, greetings, extensionsCreated }: Imported,
  problems: Problems,
): VoicemailImported {
  const told = problems.told()
  return {
    found: messages + alreadyHere + told.skipped + told.unreadable,
    imported: messages,
    alreadyHere,
    repaired,
    greetings,
    ...told,
    extensionsCreated: extensionsCreated.slice(0, shownMailboxes),
    extensionCount: extensionsCreated.length,
  }
}

/** A kill leaves the start without its end: what was imported until then is told by the start. */
function begun({ db, clock, operator }: Given, { from, path }: VoicemailRequest): void {
  appendAudit(db, clock, { operator, action: 'import.voicemailStart', subject: path, detail: { source: from } })
}

function finished(given: Given, { from, path }: VoicemailRequest, result: Imported, problems: Problems): void {
  const { imported, repaired, greetings, skipped, unreadable, extensionsCreated, extensionCount } = answer(
    result,
    problems,
  )
  const counts = { imported, ...(repaired > 0 && { repaired }), greetings, skipped, unreadable }
  const detail = { source: from, ...counts, extensionsCreated, extensionCount }
  const { db, clock, operator } = given
  db.transaction(() =>
    appendAudit(db, clock, { operator, action: 'import.voicemail', subject: path, detail }),
  ).immediate()
}

function stopped({ messages, repaired }: Imported): AppError {
  const said =
    messages === 0
      ? `The import was stopped. ${repaired === 0 ? 'Nothing was imported.' : 'What was repaired stays. Nothing else was imported.'}`
      : `The import was stopped after ${messages === 1 ? 'one message, which stays' : `${messages} messages, which stay`}. Import again to go on: nothing is imported twice.`
  return new AppError('CANCELLED', said, { imported: messages })
}
