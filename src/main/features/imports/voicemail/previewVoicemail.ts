import { shownMailboxes, type PreviewedMailbox, type VoicemailPreview } from '../../../../shared/imports/contract.ts'
import { AppError } from '../../../../shared/ipc/errors.ts'
import { mailboxName, mailboxPath } from './mailboxPath.ts'
import { createPreviewNewness } from './newness.ts'
import { openSource } from './openSource.ts'
import { createPlacing } from './placing.ts'
import { openProblems, tellGuesses } from './problems.ts'
import { audioOf, readSource, type Found, type Here, type PlacedMailbox } from './readSource.ts'
import type { VoicemailRequest } from './request.ts'
import type { OpenedSource, SourceMailbox } from './source.ts'

type Counted = Exclude<Found, { kind: 'problem' | 'refused' }>

/**
 * Reads the whole source; nothing is changed, here or there. problemsFile gets everything that would be left out, as CSV.
 * Throws FILE_PROBLEM, IMPORT_REJECTED.
 */
export async function previewVoicemail(
  { dataFolder, problemsFile, ...here }: Here & { dataFolder: string; problemsFile: string },
  request: VoicemailRequest,
): Promise<VoicemailPreview> {
  const opened = await openSource(dataFolder, request)
  const problems = openProblems(problemsFile)
  try {
    const mailboxes = listMailboxes(here.db, opened)
    const reading = { ...here, newness: createPreviewNewness(here.db) }
    let repairs = 0
    for await (const found of readSource(reading, request.from, opened, request)) {
      if (found.kind === 'problem' || found.kind === 'refused') problems.tell(found.problem, found.messages)
      if (found.kind === 'refused') rowOf(mailboxes, found.mailbox, null).messages += found.messages
      else if (found.kind !== 'problem') count(mailboxes, found)
      if (found.kind === 'alreadyHere' && found.repair !== null) repairs += 1
      if (found.kind === 'message' || found.kind === 'greeting') tellGuesses(problems, audioOf(found).notes)
    }
    const all = [...mailboxes.values()]
    const sum = (key: 'messages' | 'alreadyHere' | 'greetings'): number =>
      all.reduce((total, one) => total + (one.extension === null ? 0 : one[key]), 0)
    const told = problems.told()
    return {
      source: request.path,
      mailboxes: all.slice(0, shownMailboxes),
      mailboxCount: all.length,
      found: sum('messages') + told.skipped + told.unreadable,
      messages: sum('messages'),
      alreadyHere: sum('alreadyHere'),
      repairs,
      greetings: sum('greetings'),
      ...told,
      fields: [...opened.fields],
    }
  } catch (error) {
    throw request.signal?.aborted === true ? new AppError('CANCELLED', 'The preview was stopped.') : error
  } finally {
    await opened.close()
    problems.close()
  }
}

/** The mailboxes that are known before reading: an empty one is shown too, and one that is left out. */
function listMailboxes(db: Here['db'], { listed }: OpenedSource): Mailboxes {
  const placeOf = createPlacing(db, listed)
  const mailboxes: Mailboxes = new Map()
  for (const { mailbox } of listed ?? []) {
    const place = placeOf(mailbox)
    rowOf(mailboxes, mailbox, 'refused' in place ? null : place)
  }
  return mailboxes
}

type Mailboxes = Map<string, PreviewedMailbox>

/** The row of a mailbox, which is made where there is none. place: null for a mailbox that is left out. */
function rowOf(mailboxes: Mailboxes, mailbox: SourceMailbox, place: Pick<PlacedMailbox, 'extension' | 'known'> | null) {
  const { context, holder, email } = mailbox
  const { extension, known } = place ?? { extension: null, known: false }
  const counts = { messages: 0, alreadyHere: 0, greetings: 0 }
  const path = mailboxPath(mailbox)
  const row = mailboxes.get(path) ?? {
    mailbox: mailboxName(mailbox),
    context,
    holder,
    email,
    ...counts,
    extension,
    known,
  }
  mailboxes.set(path, row)
  return row
}

function count(mailboxes: Mailboxes, found: Counted): void {
  const counts = rowOf(mailboxes, found.in.mailbox, found.in)
  if (found.kind === 'greeting') counts.greetings += 1
  if (found.kind === 'message' || (found.kind === 'alreadyHere' && found.what === 'message')) counts.messages += 1
  if (found.kind === 'alreadyHere' && found.what === 'message') counts.alreadyHere += 1
}
