import { z } from 'zod'
import { extensionId, extensionNumber, phoneNumber, runId, userId } from '../ids.ts'
import { archivable, newProfile, numberChoice, voicemailChoice } from './choices.ts'

/** The kinds of steps that can be undone: the phone system keeps what they took. */
export const undoable = z.enum([
  'revokeSignIn',
  'voicemailDisposition',
  'number',
  'reclaimNumber',
  'forwardCalls',
  'leaveGroups',
  'removeLicence',
  'deactivate',
])
export type Undoable = z.infer<typeof undoable>

/**
 * What one step asks of the phone system, complete in itself: a run can be continued from these rows alone.
 * archiveVoicemail is carried out by the archive, all others by the phone system.
 */
export const action = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('revokeSignIn'), userId }),
  z.strictObject({
    kind: z.literal('archiveVoicemail'),
    /** Whose other data is saved too; null in plans that are about nobody. */
    userId: userId.nullable(),
    /** Whose messages are saved, all of them; null for the chosen messages of the run's listing. */
    extensionId: extensionId.nullable(),
    include: z.array(archivable),
  }),
  z.strictObject({ kind: z.literal('voicemailDisposition'), extensionId, choice: voicemailChoice }),
  z.strictObject({ kind: z.literal('number'), extensionId, phoneNumber, choice: numberChoice }),
  /** from: where the number was when the plan was made. */
  z.strictObject({
    kind: z.literal('reclaimNumber'),
    extensionId,
    extensionNumber,
    phoneNumber,
    from: z.enum(['PARKED', 'RELEASED', 'AVAILABLE']),
  }),
  z.strictObject({ kind: z.literal('forwardCalls'), extensionId, to: z.union([extensionNumber, phoneNumber]) }),
  z.strictObject({ kind: z.literal('leaveGroups'), extensionId }),
  z.strictObject({ kind: z.literal('reset'), userId, extensionId }),
  z.strictObject({ kind: z.literal('removeLicence'), userId }),
  z.strictObject({ kind: z.literal('deactivate'), userId }),
  z.strictObject({ kind: z.literal('activate'), userId }),
  z.strictObject({ kind: z.literal('assignProfile'), extensionId, profile: newProfile }),
  /** Gives back what a step of another run took. of: the kind of that step, title: its title. */
  z.strictObject({ kind: z.literal('undo'), runId, position: z.int().min(0), of: undoable, title: z.string() }),
  /** devicesOn: the extension that the reset freed and nobody took over; its devices are retired with the account. */
  z.strictObject({ kind: z.literal('delete'), userId, devicesOn: extensionId.nullable() }),
])
export type Action = z.infer<typeof action>
export type StepKind = Action['kind']
export type ActionOf<K extends StepKind> = Extract<Action, { kind: K }>
/** What the phone system carries out. */
export type PhoneSystemAction = Exclude<Action, { kind: 'archiveVoicemail' }>
