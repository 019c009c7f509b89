import { z } from 'zod'
import { archiveId, runId, type VoicemailId } from '../../shared/ids.ts'
import { AppError } from '../../shared/ipc/errors.ts'
import { action } from '../../shared/offboarding/action.ts'
import {
  extensionInventory,
  inventory,
  messageInventory,
  undoInventory,
  type SavedInventory,
} from '../../shared/offboarding/inventory.ts'
import { plan } from '../../shared/offboarding/plan.ts'
import { stepStatus, type StepStatus } from '../../shared/offboarding/stepStatus.ts'
import { operatorRoles } from '../../shared/offboarding/step.ts'
import { voicemailMessage } from '../../shared/voicemail/model.ts'
import type { ListedMessage } from '../archive/listing.ts'

/** JSON in a column, parsed and checked when it is read back. */
const json = <T extends z.ZodType>(schema: T) => z.string().transform((text) => schema.parse(JSON.parse(text)))

/** running is what the row says; whether this process still works on it is the service's to tell. */
const storedStatus = z.enum(['running', 'paused', 'failed', 'done', 'cancelled'])
export type StoredStatus = z.infer<typeof storedStatus>

export const runRow = z.object({
  id: runId,
  status: storedStatus,
  plan: json(plan),
  plan_hash: z.string(),
  inventory: json(z.union([inventory, extensionInventory, messageInventory, undoInventory])),
  operator: z.string(),
  operator_role: z.enum(operatorRoles),
  archive_path: z.string().nullable(),
  created_at: z.string(),
  finished_at: z.string().nullable(),
  error_code: z.string().nullable(),
  error_message: z.string().nullable(),
  archive_id: archiveId.nullable(),
  manifest_sha256: z.string().nullable(),
  archive_damaged_at: z.string().nullable(),
  archive_missing_since: z.string().nullable(),
  archive_problems: z.int(),
})
export type RunRow = z.infer<typeof runRow>

/** Where the archive is to be; every run with a step that needs it has one. */
export function archiveOf({ id, archive_path: path }: RunRow): string {
  if (path === null) throw new AppError('INTERNAL', 'This run has no archive.', { run: id })
  return path
}

export const stepRow = z.object({
  position: z.int(),
  title: z.string(),
  action: json(action),
  destructive: z.int(),
  status: stepStatus,
  attempts: z.int(),
  started_at: z.string().nullable(),
  finished_at: z.string().nullable(),
  outcome: z.string().nullable(),
  error_code: z.string().nullable(),
  error_message: z.string().nullable(),
})
export type StepRow = z.infer<typeof stepRow>

/** What the archive of a run is made from. */
export function savedInventoryOf({ id, inventory: stored }: RunRow): SavedInventory {
  if ('undo' in stored) throw new AppError('INTERNAL', 'An undo has no archive.', { run: id })
  return stored
}

/** Nothing is left to do for such a step. */
export function hasEnded(status: StepStatus): boolean {
  return status === 'done' || status === 'skipped' || status === 'undone'
}

/** A message of the approved listing as its row is written; message is JSON. */
export type NewMessageRow = { position: number; message_id: VoicemailId; message: string; file: string }

export function toMessageRow({ position, message, file }: ListedMessage): NewMessageRow {
  return { position, message_id: message.id, message: JSON.stringify(message), file }
}

export const messageRow = z.object({
  position: z.int(),
  message: json(voicemailMessage),
  file: z.string(),
  sha256: z.string().nullable(),
  bytes: z.int().nullable(),
})
