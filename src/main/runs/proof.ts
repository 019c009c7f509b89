import { AppError } from '../../shared/ipc/errors.ts'
import type { RunId, VoicemailId } from '../../shared/ids.ts'
import type { ActionOf, PhoneSystemAction } from '../../shared/offboarding/action.ts'
import type { Subject } from '../../shared/offboarding/subject.ts'
import type { VoicemailMessage } from '../../shared/voicemail/model.ts'
import { proveArchive } from '../archive/gate.ts'
import type { ListedMessage } from '../archive/listing.ts'
import type { ReadDb } from '../db/sql.ts'
import type { PhoneSystem } from '../phoneSystem/port.ts'
import { countUnproven, countUnsavedGreetings, readMessages } from './messageRepository.ts'
import { archiveOf, type RunRow, type StepRow } from './rows.ts'

type Deps = { db: ReadDb; phoneSystem: PhoneSystem }

/**
 * The gate: reads the whole archive again, now. Throws ARCHIVE_NOT_PROVEN with the name of each message that is not
 * as it was proven, PLAN_DRIFTED when the extension holds other messages than were approved, and the signal's reason.
 */
export async function requireProof(
  { db, phoneSystem }: Deps,
  run: RunRow,
  steps: readonly StepRow[],
  signal: AbortSignal,
): Promise<void> {
  const saved = steps.find((step) => step.action.kind === 'archiveVoicemail')
  if (saved?.status !== 'done' || run.manifest_sha256 === null) {
    throw new AppError(
      'ARCHIVE_NOT_PROVEN',
      'The archive is not proven yet, so nothing is changed. Save the voicemails first.',
    )
  }
  const messages = await readMessages(db, run.id)
  const problems = await proveArchive(archiveOf(run), messages, run.manifest_sha256, signal)
  if (problems.length > 0) {
    const first = problems.slice(0, 3).map((problem) => problem.message)
    const more = problems.length > 3 ? ` And ${problems.length - 3} more.` : ''
    throw new AppError(
      'ARCHIVE_NOT_PROVEN',
      `${first.join(' ')}${more} Nothing was changed. Restore the archive, or give this run up and save again.`,
      { problems },
    )
  }
  const disposed = steps.some((step) => step.action.kind === 'voicemailDisposition' && step.status === 'done')
  if (!disposed) await requireSameListing({ db, phoneSystem }, run, messages)
}

/**
 * Before messages or greetings leave their extension, inside the transaction in which they do: each must be proven by this
 * run, also one that has arrived since the gate was passed. Throws PLAN_DRIFTED.
 */
export function requireAllProven(db: ReadDb, run: RunId, action: PhoneSystemAction): void {
  if (emptiesExtension(action)) refuseUnproven(countUnproven(db, run, action), 'voicemail message')
  if (freesExtension(action)) refuseUnproven(countUnsavedGreetings(db, run, action), 'greeting')
}

function refuseUnproven(unproven: number, noun: string): void {
  if (unproven === 0) return
  const found = unproven === 1 ? `1 ${noun} that is` : `${unproven} ${noun}s that are`
  throw new AppError(
    'PLAN_DRIFTED',
    `The extension has ${found} not in the archive. Nothing was changed. Give this run up and make a new plan.`,
    { unproven },
  )
}

function emptiesExtension(action: PhoneSystemAction): action is ActionOf<'voicemailDisposition' | 'delete'> {
  return action.kind === 'delete' || (action.kind === 'voicemailDisposition' && action.choice.kind !== 'keep')
}

function freesExtension(action: PhoneSystemAction): action is ActionOf<'reset' | 'delete'> {
  return action.kind === 'delete' || action.kind === 'reset'
}

/** The listing must be the approved one for as long as the extension is the person's. */
export async function requireSameListing(
  { phoneSystem }: Deps,
  run: RunRow,
  approved: readonly ListedMessage[],
): Promise<void> {
  const ids = approved.map(({ message }) => message.id)
  const now = await listingOf(phoneSystem, run.plan.subject, ids)
  if (now === null) return
  const known = new Map(approved.map(({ message }) => [message.id, message.sha256]))
  const added = now.filter((message) => known.get(message.id) !== message.sha256).length
  const missing = known.size - (now.length - added)
  if (added === 0 && missing === 0) return
  throw new AppError(
    'PLAN_DRIFTED',
    `The voicemails have changed since the plan was approved (${added} new, ${missing} gone). Nothing was changed. Give this run up and make a new plan.`,
    { added, missing },
  )
}

/** The messages that a plan for this subject saves; null for a person who has no extension any more. chosen: the ids of a plan about messages. */
export async function listingOf(
  phoneSystem: PhoneSystem,
  subject: Subject,
  chosen: readonly VoicemailId[],
): Promise<VoicemailMessage[] | null> {
  switch (subject.kind) {
    case 'person': {
      const extension = await phoneSystem.extensionOf(subject.userId)
      return extension === null ? null : collect(phoneSystem.voicemails(extension))
    }
    case 'extension':
      return collect(phoneSystem.voicemails(subject.extensionId))
    case 'messages':
      return collect(phoneSystem.chosenVoicemails(chosen))
  }
}

async function collect(listing: AsyncIterable<VoicemailMessage>): Promise<VoicemailMessage[]> {
  const messages: VoicemailMessage[] = []
  for await (const message of listing) messages.push(message)
  return messages
}
