import type { ActionOf } from '../../../../shared/offboarding/action.ts'
import { dayHere } from '../../../../shared/dayHere.ts'
import { counted, countedOf, drifted, type ActionContext } from './context.ts'
import { freeExtension, removeVoicemail } from './extension.ts'

export function revokeSignIn({ db, now }: ActionContext, { userId }: ActionOf<'revokeSignIn'>): string {
  requireAnotherPrimary(db, userId)
  db.prepare('UPDATE user SET sign_in_revoked = 1, last_updated_time = ? WHERE id = ?').run(now, userId)
  return `Sign-in is blocked; ${counted(endSessions(db, now, userId), 'session')} ended.`
}

export function deactivate({ db, now }: ActionContext, { userId }: ActionOf<'deactivate'>): string {
  requireAnotherPrimary(db, userId)
  const changed = db
    .prepare(
      "UPDATE user SET status = 'INACTIVE', sign_in_revoked = 1, left_at = ?, last_updated_time = ? WHERE id = ? AND status = 'ACTIVE'",
    )
    .run(now, now, userId).changes
  if (changed === 0) throw drifted('The user is not active any more.')
  endSessions(db, now, userId)
  return 'The user is deactivated; active devices can dial emergency numbers only.'
}

/** A day of leaving that is over was that of the last time: it would keep taking the person for a leaver. */
export function activate({ db, now }: ActionContext, { userId }: ActionOf<'activate'>): string {
  const changed = db
    .prepare(
      `UPDATE user SET status = 'ACTIVE', sign_in_revoked = 0, left_at = NULL, last_updated_time = @now,
          leaves_on = CASE WHEN leaves_on >= @today THEN leaves_on END
        WHERE id = @userId AND status <> 'DELETED'`,
    )
    .run({ now, today: dayHere(new Date(now)), userId }).changes
  if (changed === 0) throw drifted('The user was deleted.')
  return 'The user is active and can sign in.'
}

/**
 * Meetings and contacts are gone for good; what still hangs on the person's extension goes with the account. Call
 * records, bills and chat stay, and so does the row of the user, for the names in them.
 */
export function deleteAccount(context: ActionContext, { userId, devicesOn }: ActionOf<'delete'>): string {
  const { db, now } = context
  requireAnotherPrimary(db, userId)
  const meetings = db.prepare('DELETE FROM meeting WHERE user_id = ?').run(userId).changes
  const contacts = db.prepare('DELETE FROM contact WHERE user_id = ?').run(userId).changes
  const extension = db.prepare<[string], { id: string }>('SELECT id FROM extension WHERE user_id = ?').get(userId)
  if (extension !== undefined) stripExtension(context, extension.id)
  retireDevices(context, extension?.id ?? devicesOn)
  db.prepare('UPDATE licence SET user_id = NULL WHERE user_id = ?').run(userId)
  endSessions(db, now, userId)
  const changed = db
    .prepare(
      "UPDATE user SET status = 'DELETED', sign_in_revoked = 1, left_at = coalesce(left_at, ?), last_updated_time = ? WHERE id = ? AND status <> 'DELETED'",
    )
    .run(now, now, userId).changes
  if (changed === 0) throw drifted('The user was deleted already.')
  const lost = countedOf([
    [meetings, 'meeting'],
    [contacts, 'contact'],
  ])
  return `The account is deleted${lost === null ? '' : ` with ${lost}`}.`
}

/** Of two primary administrators who were planned to leave side by side, one stays. Throws PLAN_DRIFTED. */
function requireAnotherPrimary(db: ActionContext['db'], userId: string): void {
  const last = db
    .prepare(
      `SELECT 1 FROM user WHERE id = @userId AND role = 'primaryAdministrator' AND NOT EXISTS (
        SELECT 1 FROM user other WHERE other.role = 'primaryAdministrator' AND other.status = 'ACTIVE'
          AND other.sign_in_revoked = 0 AND other.id <> @userId)`,
    )
    .get({ userId })
  if (last !== undefined) throw drifted('The person is the last primary administrator by now.')
}

function stripExtension(context: ActionContext, extensionId: string): void {
  const { db } = context
  removeVoicemail(context, extensionId)
  for (const table of ['call_log', 'ring_group_member', 'call_queue_member']) {
    db.prepare(`DELETE FROM ${table} WHERE extension_id = ?`).run(extensionId)
  }
  freeExtension(context, extensionId)
}

/** Devices on an extension that is free; whoever got it meanwhile keeps theirs. */
function retireDevices({ db }: ActionContext, extensionId: string | null): void {
  if (extensionId === null) return
  db.prepare(
    `UPDATE device SET status = 'RETIRED'
      WHERE extension_id = (SELECT id FROM extension WHERE id = ? AND user_id IS NULL)`,
  ).run(extensionId)
}

function endSessions(db: ActionContext['db'], now: string, userId: string): number {
  return db.prepare('UPDATE user_session SET ended_at = ? WHERE user_id = ? AND ended_at IS NULL').run(now, userId)
    .changes
}
