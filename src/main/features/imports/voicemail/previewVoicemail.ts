import { shownMailboxes, type PreviewedMailbox, type VoicemailPreview } from '../../../../shared/imports/contract.ts'
import { AppError } from '../../../../shared/ipc/errors.ts'
import { mailboxPath } from './mailboxPath.ts'
import { openSource } from './openSource.ts'
import { createPlacing, type Place } from './placing.ts'
import { openProblems } from './problems.ts'
import { readSource, type Found, type Here } from './readSource.ts'
import type { VoicemailRequest } from './request.ts'
import type { OpenedSource, SourceMailbox } from './source.ts'

type Counted = Exclude<Found, { kind: 'problem' }>

/**
 * Reads the whole source; nothing is changed, here or there. problemsFile gets everything that would be left out, as CSV.
 * Throws FILE_PROBLEM, IMPORT_REJECTED.
 */
export async function previewVoicemail(
  { problemsFile, ...here }: Here & { problemsFile: string },
  request: VoicemailRequest,
): Promise<VoicemailPreview> {
  const opened = await openSource(request)
  const problems = openProblems(problemsFile)
  try {
    const mailboxes = listMailboxes(here.db, opened)
    let repairs = 0
    for await (const found of readSource(here, request.from, opened, request)) {
      if (found.kind === 'problem') problems.tell(found.problem)
      else count(mailboxes, found)
      if (found.kind === 'alreadyHere' && found.repair !== null) repairs += 1
    }
    const all = [...mailboxes.values()]
    const sum = (key: 'messages' | 'alreadyHere' | 'greetings'): number =>
      all.reduce((total, one) => total + one[key], 0)
    return {
      source: request.path,
      mailboxes: all.slice(0, shownMailboxes),
      mailboxCount: all.length,
      messages: sum('messages'),
      alreadyHere: sum('alreadyHere'),
      repairs,
      greetings: sum('greetings'),
      ...problems.told(),
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
function listMailboxes(db: Here['db'], { listed }: OpenedSource): Map<string, PreviewedMailbox> {
  const placeOf = createPlacing(db, listed)
  return new Map((listed ?? []).map(({ mailbox }) => [mailboxPath(mailbox), shown(mailbox, placeOf(mailbox))]))
}

function shown({ name, context, holder, email }: SourceMailbox, place: Place): PreviewedMailbox {
  const found = 'refused' in place ? { extension: null, known: false } : place
  return { mailbox: name, context, holder, email, messages: 0, alreadyHere: 0, greetings: 0, ...found }
}

function count(mailboxes: Map<string, PreviewedMailbox>, found: Counted): void {
  const { mailbox, ...place } = found.in
  const path = mailboxPath(mailbox)
  const counts = mailboxes.get(path) ?? shown(mailbox, place)
  mailboxes.set(path, counts)
  if (found.kind === 'greeting') counts.greetings += 1
  if (found.kind === 'message' || (found.kind === 'alreadyHere' && found.what === 'message')) counts.messages += 1
  if (found.kind === 'alreadyHere' && found.what === 'message') counts.alreadyHere += 1
}
