import { z } from 'zod'
import { administratorRole, userStatus } from '../directory/model.ts'
import { day, extensionId, extensionNumber, instant, phoneNumber, runId, userId } from '../ids.ts'
import { action } from './action.ts'
import { reversibilities } from './reversibility.ts'
import { stepStatus } from './stepStatus.ts'
import { subject } from './subject.ts'
import { takenByStep } from './taken.ts'

const count = z.int().min(0)

export const numberStatus = z.enum(['ASSIGNED', 'AVAILABLE', 'PORTING', 'PARKED', 'RELEASED'])

export const deviceStatus = z.enum(['BINDED', 'AVAILABLE', 'RETIRED', 'ACTIVE', 'RESERVED'])

const extension = z.object({
  id: extensionId,
  extensionNumber,
  fqExtensionNumber: z.string(),
  externalCallerIdName: z.string().nullable(),
  externalCallerIdNumber: z.string().nullable(),
  emergencyAddress: z.string().nullable(),
  voicemailEmail: z.string().nullable(),
  voicemailNotification: z.string().nullable(),
})

/** The voicemail digest stands for the listing (ids, hashes, sizes, folders). */
const voicemail = z.object({
  count,
  unread: count,
  urgent: count,
  /** Those that are older than the extension's user and that the user does not hear. */
  hidden: count.default(0),
  bytes: count,
  seconds: z.number().min(0),
  oldest: instant.nullable(),
  newest: instant.nullable(),
  digest: z.string(),
})

/** What lies on an extension, whoever has it. */
const onExtension = {
  phoneNumbers: z.array(
    z.object({
      phoneNumber,
      status: numberStatus,
      country: z.string(),
      primary: z.boolean(),
      origin: z.enum(['CLAIMED', 'PORTING']),
    }),
  ),
  devices: z.array(z.object({ id: z.string(), model: z.string(), macAddress: z.string(), status: deviceStatus })),
  ringGroups: z.array(z.object({ id: z.string(), name: z.string(), extensionNumber: z.string(), members: count })),
  callQueues: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      memberType: z.enum(['PRIMARY', 'SECONDARY']),
      members: count.default(0),
    }),
  ),
  forwardingRules: z.array(
    z.object({
      id: z.string(),
      condition: z.enum(['UNCONDITIONALLY', 'BUSY', 'NO_ANSWER', 'OUTAGE']),
      destinationType: z.enum(['EXTENSION_NUMBER', 'EXTERNAL_NUMBER', 'VOICEMAIL']),
      destination: z.string(),
      enabled: z.boolean(),
      /** What an administrator set for callers outlives the user's own rules. */
      setBy: z.enum(['user', 'administrator']).default('user'),
    }),
  ),
  /** Extensions of others whose calls are forwarded to this one. */
  forwardedHere: z.array(extensionNumber),
  greetings: z.array(
    z.object({ id: z.string(), kind: z.enum(['unavailable', 'busy', 'name', 'temporary']), seconds: z.number() }),
  ),
  voicemail,
}

/**
 * Everything that hangs on one person: small things item by item, long lists as counts. Field names follow 8x8's
 * Administration API where it has them. A message that came or went changes the plan's hash without shipping the list.
 */
export const inventory = z.object({
  user: z.object({
    id: userId,
    userName: z.string(),
    firstName: z.string(),
    lastName: z.string(),
    primaryEmail: z.string(),
    status: userStatus,
    signInRevoked: z.boolean(),
    openSessions: count,
    locale: z.string(),
    timezone: z.string(),
    department: z.string(),
    jobTitle: z.string(),
    site: z.string(),
    role: administratorRole,
    /** Set when an identity provider owns the status (SCIM): a local change may be overwritten. */
    scimProvider: z.string().nullable(),
    /** The reason of a legal hold, or null. */
    legalHold: z.string().nullable(),
    leavesOn: day.nullable(),
    /** When the person left; the retention of other products counts from here. */
    leftAt: instant.nullable().default(null),
    createdTime: instant,
    lastUpdatedTime: instant,
  }),
  /** Null when the person has none (any more): a reset frees the extension. */
  extension: extension.nullable(),
  ...onExtension,
  licences: z.array(z.object({ id: z.string(), name: z.string(), country: z.string() })),
  counts: z.object({
    preference: count,
    /** Rows of the person's own call list on the PBX. */
    callLog: count,
    /** Call records in Analytics. */
    callRecord: count,
    billingRecord: count,
    chatMessage: count,
    meeting: count,
    contact: count,
    fax: count,
    textMessage: count,
  }),
})
export type Inventory = z.infer<typeof inventory>

/** Everything that hangs on one extension, assigned or free; of the person who has it only who it is. */
export const extensionInventory = z.object({
  extension,
  holder: z.object({ userId, name: z.string(), status: userStatus }).nullable(),
  ...onExtension,
  /** The numbers that a plan wants to put on it, as they are now; one that does not exist is not here. */
  asked: z.array(
    z.object({ phoneNumber, status: numberStatus, parkedUntil: day.nullable(), reclaimableUntil: day.nullable() }),
  ),
  counts: z.object({ preference: count, callLog: count }),
})
export type ExtensionInventory = z.infer<typeof extensionInventory>

/** Chosen messages of one or several extensions. */
export const messageInventory = z.object({
  voicemail,
  /** Where they lie, in the order of the extension numbers. */
  extensions: z.array(z.object({ id: extensionId, extensionNumber, holder: z.string().nullable() })),
  /** How many of the chosen ones do not exist any more. */
  gone: count,
})
export type MessageInventory = z.infer<typeof messageInventory>

/** A step that was carried out, and what is left of what it took: what its undo is made from. */
export const undoInventory = z.object({
  undo: z.object({
    runId,
    position: z.int().min(0),
    title: z.string(),
    action,
    reversibility: z.enum(reversibilities),
    status: stepStatus,
    /** An unfinished run goes on or is given up first. */
    runEnded: z.boolean(),
  }),
  /** Whom the run was about. */
  subject,
  /** Null when the phone system does not remember what the step took. */
  taken: takenByStep.nullable(),
})
export type UndoInventory = z.infer<typeof undoInventory>

/** What an archive can be made from. */
export type SavedInventory = Inventory | ExtensionInventory | MessageInventory
export type AnyInventory = SavedInventory | UndoInventory

/** The rules that go with the person: not those that an administrator set for callers. */
export function ownRules({ forwardingRules }: Inventory): string[] {
  return forwardingRules.filter(({ setBy }) => setBy === 'user').map(({ id }) => id)
}

/** The person's name as shown everywhere. */
export function fullName(user: { firstName: string; lastName: string }): string {
  return `${user.firstName} ${user.lastName}`.trim()
}
