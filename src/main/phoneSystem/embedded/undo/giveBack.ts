import { counted, countedOf, drifted, type ActionContext } from '../actions/context.ts'
import { statesLeft, type Image, type ImageOf } from './image.ts'

/**
 * Gives back what an action took, as far as it is still as the action left it, and says what. Call inside a transaction.
 * Throws PLAN_DRIFTED when nothing of it is.
 */
export function giveBack(context: ActionContext, image: Image): string {
  switch (image.kind) {
    case 'signIn':
      return signIn(context, image)
    case 'status':
      return status(context, image)
    case 'licences':
      return licences(context, image)
    case 'groups':
      return groups(context, image)
    case 'forwarding':
      return forwarding(context, image)
    case 'number':
      return number(context, image)
    case 'voicemail':
      return voicemail(context, image)
  }
}

const moved = (): never => {
  throw drifted('What the step took is not where it was any more.')
}

function signIn({ db, now }: ActionContext, { userId, revoked }: ImageOf<'signIn'>): string {
  const { changes } = db
    .prepare(
      "UPDATE user SET sign_in_revoked = ?, last_updated_time = ? WHERE id = ? AND status = 'ACTIVE' AND sign_in_revoked = 1",
    )
    .run(revoked, now, userId)
  return changes === 0 ? moved() : 'Sign-in is allowed again; the sessions that were ended stay ended.'
}

function status({ db, now }: ActionContext, { userId, revoked, leftAt }: ImageOf<'status'>): string {
  const { changes } = db
    .prepare(
      "UPDATE user SET status = 'ACTIVE', sign_in_revoked = ?, left_at = ?, last_updated_time = ? WHERE id = ? AND status = 'INACTIVE'",
    )
    .run(revoked, leftAt, now, userId)
  if (changes === 0) return moved()
  return `The user is active again${revoked === 1 ? '; sign-in stays blocked, as it was before' : ' and can sign in'}.`
}

function licences({ db }: ActionContext, { userId, licences: taken }: ImageOf<'licences'>): string {
  const { changes } = db
    .prepare('UPDATE licence SET user_id = ? WHERE user_id IS NULL AND id IN (SELECT value FROM json_each(?))')
    .run(userId, JSON.stringify(taken.map(({ id }) => id)))
  return changes === 0 ? moved() : `${counted(changes, 'license')} assigned again.`
}

function groups({ db }: ActionContext, { extensionId, ringGroups, callQueues }: ImageOf<'groups'>): string {
  const ring = db.prepare(
    'INSERT OR IGNORE INTO ring_group_member (ring_group_id, extension_id, sequence_number) SELECT id, ?, ? FROM ring_group WHERE id = ?',
  )
  const queue = db.prepare(
    'INSERT OR IGNORE INTO call_queue_member (call_queue_id, extension_id, member_type) SELECT id, ?, ? FROM call_queue WHERE id = ?',
  )
  const rung = sum(ringGroups.map(({ id, sequence }) => ring.run(extensionId, sequence, id).changes))
  const queued = sum(callQueues.map(({ id, type }) => queue.run(extensionId, type, id).changes))
  if (rung + queued === 0) return moved()
  return `Member of ${countedOf([
    [rung, 'ring group'],
    [queued, 'call queue'],
  ])} again.`
}

function forwarding({ db }: ActionContext, { extensionId, holder, rules, set }: ImageOf<'forwarding'>): string {
  if (db.prepare('DELETE FROM forwarding_rule WHERE id = ? AND extension_id = ?').run(set, extensionId).changes === 0)
    return moved()
  const now = db.prepare<[string], { userId: string | null }>('SELECT user_id AS userId FROM extension WHERE id = ?')
  const same = now.get(extensionId)?.userId === holder
  const insert = db.prepare(
    `INSERT INTO forwarding_rule (id, extension_id, condition, destination_type, destination, enabled, set_by)
      VALUES (@id, @extension_id, @condition, @destination_type, @destination, @enabled, @set_by)`,
  )
  const back = rules.filter(({ set_by: by }) => by === 'administrator' || same)
  for (const rule of back) insert.run(rule)
  return `The forwarding is taken away; ${counted(back.length, 'rule')} set again.`
}

function number({ db }: ActionContext, { phoneNumber, before, after }: ImageOf<'number'>): string {
  const { changes } = db
    .prepare(
      `UPDATE phone_number SET extension_id = @extension_id, status = @status, parked_until = @parked_until,
          reclaimable_until = @reclaimable_until,
          is_primary = @is_primary AND NOT EXISTS (
            SELECT 1 FROM phone_number other WHERE other.extension_id = @extension_id AND other.is_primary = 1)
        WHERE phone_number = @phoneNumber AND extension_id IS @extensionNow
          AND status IN (SELECT value FROM json_each(@statesNow))`,
    )
    .run({ ...before, phoneNumber, statesNow: JSON.stringify(statesLeft(after)), extensionNow: after.extension_id })
  if (changes === 0) return moved()
  return `${phoneNumber} is ${before.extension_id === null ? 'on no extension, as before' : 'back on the extension'}.`
}

/** A message that is back where it came has not been moved (NULL). */
function voicemail({ db }: ActionContext, { extensionId, to, messages, hidden }: ImageOf<'voicemail'>): string {
  const { changes } = db
    .prepare(
      `UPDATE voicemail_message SET extension_id = @extensionId,
          arrived_extension_id = nullif(arrived_extension_id, @extensionId),
          is_hidden = id IN (SELECT value FROM json_each(@hidden))
        WHERE extension_id = @to AND id IN (SELECT value FROM json_each(@messages))`,
    )
    .run({ extensionId, to, hidden: JSON.stringify(hidden), messages: JSON.stringify(messages) })
  return changes === 0 ? moved() : `${counted(changes, 'voicemail message')} moved back.`
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
