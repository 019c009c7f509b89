import type { ActionOf } from '../../../../shared/offboarding/action.ts'
import { counted, countedOf, drifted, type ActionContext } from './context.ts'
import { targetId } from './target.ts'

/** Preferences go for good, old voicemail and calls stay on the extension, personal information goes off it, and it is free (article). */
export function reset(context: ActionContext, { userId, extensionId }: ActionOf<'reset'>): string {
  const owner = context.db
    .prepare<[string], { user_id: string | null; extension_number: string }>(
      'SELECT user_id, extension_number FROM extension WHERE id = ?',
    )
    .get(extensionId)
  if (owner?.user_id !== userId) throw drifted('The extension belongs to someone else now.')
  const preferences = freeExtension(context, extensionId)
  return `Extension ${owner.extension_number} is free; ${counted(preferences, 'preference')} deleted.`
}

/** Takes everything personal off an extension and its user too; answers how many preferences were deleted. */
export function freeExtension({ db, now }: ActionContext, extensionId: string): number {
  db.prepare(
    'INSERT INTO extension_former_user (extension_id, until, user_id) SELECT id, ?, user_id FROM extension WHERE id = ? AND user_id IS NOT NULL',
  ).run(now, extensionId)
  db.prepare('INSERT OR IGNORE INTO audio_removal SELECT file FROM greeting WHERE extension_id = ?').run(extensionId)
  db.prepare('DELETE FROM greeting WHERE extension_id = ?').run(extensionId)
  db.prepare("DELETE FROM forwarding_rule WHERE extension_id = ? AND set_by = 'user'").run(extensionId)
  db.prepare(
    `UPDATE extension SET user_id = NULL, external_caller_id_name = NULL, external_caller_id_number = NULL,
      emergency_address = NULL, voicemail_email = NULL, voicemail_notification = NULL WHERE id = ?`,
  ).run(extensionId)
  return db.prepare('DELETE FROM preference WHERE extension_id = ?').run(extensionId).changes
}

/** Replaces the person's rules: an administrator's rule survives the reset. */
export function forwardCalls(context: ActionContext, { extensionId, to }: ActionOf<'forwardCalls'>): string {
  const { db, ids } = context
  if (!to.startsWith('+')) targetId(context, to)
  db.prepare('DELETE FROM forwarding_rule WHERE extension_id = ?').run(extensionId)
  db.prepare(
    `INSERT INTO forwarding_rule (id, extension_id, condition, destination_type, destination, enabled, set_by)
      VALUES (?, ?, 'UNCONDITIONALLY', ?, ?, 1, 'administrator')`,
  ).run(ids.next(), extensionId, to.startsWith('+') ? 'EXTERNAL_NUMBER' : 'EXTENSION_NUMBER', to)
  return `All calls go to ${to}.`
}

export function leaveGroups({ db }: ActionContext, { extensionId }: ActionOf<'leaveGroups'>): string {
  const groups = db.prepare('DELETE FROM ring_group_member WHERE extension_id = ?').run(extensionId).changes
  const queues = db.prepare('DELETE FROM call_queue_member WHERE extension_id = ?').run(extensionId).changes
  return `Left ${
    countedOf([
      [groups, 'ring group'],
      [queues, 'call queue'],
    ]) ?? 'no group'
  }.`
}

/** The freed extension gets a new user at its site, who hears and sees what is on it, or does not. */
export function assignProfile(
  { db, now, ids }: ActionContext,
  { extensionId, profile }: ActionOf<'assignProfile'>,
): string {
  const free = db
    .prepare<[string], { site_id: string; locale: string; timezone: string; extension_number: string }>(
      `SELECT site_id, locale, timezone, extension_number FROM extension JOIN site ON site.id = site_id
        WHERE extension.id = ? AND user_id IS NULL`,
    )
    .get(extensionId)
  if (free === undefined) throw drifted('The extension is not free any more.')
  const id = ids.next()
  db.prepare(
    `INSERT INTO user (id, user_name, first_name, last_name, primary_email, status, locale, timezone, site_id, department, job_title, role, created_time, last_updated_time)
      VALUES (@id, @userName, @firstName, @lastName, @primaryEmail, 'ACTIVE', @locale, @timezone, @site, '', '', 'none', @now, @now)`,
  ).run({ ...profile, id, now, locale: free.locale, timezone: free.timezone, site: free.site_id })
  db.prepare('UPDATE extension SET user_id = ? WHERE id = ?').run(id, extensionId)
  for (const table of ['voicemail_message', 'call_log']) {
    db.prepare(`UPDATE ${table} SET is_hidden = ? WHERE extension_id = ?`).run(
      profile.oldRecords === 'hide' ? 1 : 0,
      extensionId,
    )
  }
  return `Extension ${free.extension_number} belongs to ${profile.firstName} ${profile.lastName}.`
}

/** Deletes the messages of an extension; the audio files are removed after the transaction. */
export function removeVoicemail({ db }: ActionContext, extensionId: string): number {
  db.prepare('INSERT OR IGNORE INTO audio_removal SELECT file FROM voicemail_message WHERE extension_id = ?').run(
    extensionId,
  )
  return db.prepare('DELETE FROM voicemail_message WHERE extension_id = ?').run(extensionId).changes
}
