import type { VoicemailPreview } from '../../../../shared/imports/contract.ts'
import type { ReadDb } from '../../../db/sql.ts'
import { openSource } from './openSource.ts'
import { mailboxPath } from './mailboxPath.ts'
import { createPlacing } from './placing.ts'
import { readSource, type Found, type PlacedMailbox } from './readSource.ts'
import type { VoicemailRequest } from './request.ts'
import type { OpenedSource } from './source.ts'

/** Reads the whole source; nothing is changed, here or there. Throws FILE_PROBLEM, IMPORT_REJECTED. */
export async function previewVoicemail(db: ReadDb, request: VoicemailRequest): Promise<VoicemailPreview> {
  const opened = await openSource(request)
  try {
    const mailboxes = listMailboxes(db, opened)
    const preview: Omit<VoicemailPreview, 'mailboxes'> = {
      source: request.path,
      messages: 0,
      alreadyHere: 0,
      greetings: 0,
      skipped: [],
      unreadable: [],
      notes: [],
      fields: [...opened.fields],
    }
    for await (const found of readSource(db, request.from, opened, request)) count(preview, mailboxes, found)
    return { ...preview, mailboxes: [...mailboxes.values()] }
  } finally {
    await opened.close()
  }
}

type PreviewedMailbox = VoicemailPreview['mailboxes'][number]

/** The mailboxes that are known before reading: an empty one is shown too. */
function listMailboxes(db: ReadDb, { listed }: OpenedSource): Map<string, PreviewedMailbox> {
  const placeOf = createPlacing(db, listed)
  const mailboxes = new Map<string, PreviewedMailbox>()
  for (const { mailbox } of listed ?? []) {
    const place = placeOf(mailbox)
    if (!('refused' in place)) mailboxes.set(mailboxPath(mailbox), shown({ mailbox, ...place }))
  }
  return mailboxes
}

function shown({ mailbox, extension, known }: PlacedMailbox): PreviewedMailbox {
  return { mailbox: mailbox.name, context: mailbox.context, messages: 0, known, extension }
}

function count(
  preview: Omit<VoicemailPreview, 'mailboxes'>,
  mailboxes: Map<string, PreviewedMailbox>,
  found: Found,
): void {
  if (found.kind === 'skipped' || found.kind === 'unreadable')
    return void preview[found.kind].push({ file: found.file, reason: found.reason })
  const path = mailboxPath(found.in.mailbox)
  const mailbox = mailboxes.get(path) ?? shown(found.in)
  mailboxes.set(path, mailbox)
  if (found.kind === 'greeting') preview.greetings += 1
  if (found.kind !== 'alreadyHere') preview.notes.push(...notesOf(found))
  if (found.kind === 'greeting' || (found.kind === 'alreadyHere' && found.what === 'greeting')) return
  preview.messages += 1
  mailbox.messages += 1
  if (found.kind === 'alreadyHere') preview.alreadyHere += 1
}

function notesOf(found: Extract<Found, { kind: 'message' | 'greeting' }>): VoicemailPreview['notes'] {
  return [...(found.kind === 'message' ? found.message : found.greeting).notes]
}
