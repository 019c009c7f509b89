import type { ActionOf, PhoneSystemAction } from '../../../../shared/offboarding/action.ts'
import type { ReadDb } from '../../../db/sql.ts'
import type { Image, ImageOf } from './image.ts'

/** Completes the picture after the action has taken effect. */
type Completion = () => Image

/**
 * Takes a picture of what an action is about to change, so that its undo can give it back; null for an action that cannot
 * be undone. Call before the action, and what it answers after it, in the action's transaction.
 */
export function takeImage(db: ReadDb, action: PhoneSystemAction): Completion | null {
  switch (action.kind) {
    case 'revokeSignIn':
      return now(signInImage(db, action.userId))
    case 'deactivate':
      return now(statusImage(db, action.userId))
    case 'removeLicence':
      return now(licenceImage(db, action.userId))
    case 'leaveGroups':
      return now(groupImage(db, action.extensionId))
    case 'forwardCalls':
      return forwardingImage(db, action.extensionId)
    case 'number':
    case 'reclaimNumber':
      return numberImage(db, action)
    case 'voicemailDisposition':
      return voicemailImage(db, action)
    case 'activate':
    case 'reset':
    case 'assignProfile':
    case 'delete':
    case 'undo':
      return null
  }
}

const now = (image: Image): Completion => {
  return () => image
}

function signInImage(db: ReadDb, userId: string): ImageOf<'signIn'> {
  const { revoked } = userBefore(db, userId)
  return { kind: 'signIn', userId, revoked }
}

function statusImage(db: ReadDb, userId: string): ImageOf<'status'> {
  return { kind: 'status', userId, ...userBefore(db, userId) }
}

function userBefore(db: ReadDb, userId: string): { revoked: number; leftAt: string | null } {
  return db
    .prepare<[string], { revoked: number; leftAt: string | null }>(
      'SELECT sign_in_revoked AS revoked, left_at AS leftAt FROM user WHERE id = ?',
    )
    .get(userId)!
}

function licenceImage(db: ReadDb, userId: string): ImageOf<'licences'> {
  const licences = db
    .prepare<[string], { id: string; name: string }>('SELECT id, name FROM licence WHERE user_id = ? ORDER BY id')
    .all(userId)
  return { kind: 'licences', userId, licences }
}

function groupImage(db: ReadDb, extensionId: string): ImageOf<'groups'> {
  return {
    kind: 'groups',
    extensionId,
    holder: holderOf(db, extensionId),
    ringGroups: db
      .prepare<[string], { id: string; name: string; sequence: number }>(
        `SELECT g.id, g.name, sequence_number AS sequence FROM ring_group_member m JOIN ring_group g ON g.id = m.ring_group_id
          WHERE m.extension_id = ? ORDER BY g.name, g.id`,
      )
      .all(extensionId),
    callQueues: db
      .prepare<[string], { id: string; name: string; type: string }>(
        `SELECT q.id, q.name, member_type AS type FROM call_queue_member m JOIN call_queue q ON q.id = m.call_queue_id
          WHERE m.extension_id = ? ORDER BY q.name, q.id`,
      )
      .all(extensionId),
  }
}

const rulesOf = 'SELECT * FROM forwarding_rule WHERE extension_id = ? ORDER BY id'

function forwardingImage(db: ReadDb, extensionId: string): Completion {
  type Rules = ImageOf<'forwarding'>['rules']
  const all = (): Rules => db.prepare<[string], Rules[number]>(rulesOf).all(extensionId)
  const [rules, holder] = [all(), holderOf(db, extensionId)]
  // The action replaces all rules by one.
  return () => ({ kind: 'forwarding', extensionId, holder, rules, set: all()[0]!.id })
}

function numberImage(db: ReadDb, action: ActionOf<'number'> | ActionOf<'reclaimNumber'>): Completion {
  type Place = ImageOf<'number'>['before']
  const { phoneNumber, extensionId } = action
  const place = (): Place =>
    db
      .prepare<[string], Place>(
        'SELECT extension_id, status, is_primary, parked_until, reclaimable_until FROM phone_number WHERE phone_number = ?',
      )
      .get(phoneNumber)!
  const [before, holder] = [place(), holderOf(db, extensionId)]
  return () => ({ kind: 'number', phoneNumber, extensionId, holder, before, after: place() })
}

function voicemailImage(db: ReadDb, { extensionId, choice }: ActionOf<'voicemailDisposition'>): Completion | null {
  if (choice.kind !== 'forward') return null
  const rows = db
    .prepare<[string], { id: string; hidden: number }>(
      'SELECT id, is_hidden AS hidden FROM voicemail_message WHERE extension_id = ? ORDER BY id',
    )
    .all(extensionId)
  const target = db
    .prepare<[string], { id: string }>('SELECT id FROM extension WHERE extension_number = ?')
    .get(choice.extensionNumber)
  return now({
    kind: 'voicemail',
    extensionId,
    holder: holderOf(db, extensionId),
    to: target?.id ?? '',
    messages: rows.map(({ id }) => id),
    hidden: rows.filter(({ hidden }) => hidden === 1).map(({ id }) => id),
  })
}

function holderOf(db: ReadDb, extensionId: string): string | null {
  return (
    db
      .prepare<[string], { userId: string | null }>('SELECT user_id AS userId FROM extension WHERE id = ?')
      .get(extensionId)?.userId ?? null
  )
}
