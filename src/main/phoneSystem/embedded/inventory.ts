import type { ExtensionId, UserId } from '../../../shared/ids.ts'
import { AppError } from '../../../shared/ipc/errors.ts'
import { inventory, type Inventory } from '../../../shared/offboarding/inventory.ts'
import type { ReadDb } from '../../db/sql.ts'
import { readOnExtension, type Row } from './onExtension.ts'

const user = `
  SELECT user.*, site.name AS site,
    (SELECT count(*) FROM user_session WHERE user_id = user.id AND ended_at IS NULL) AS open_sessions
  FROM user JOIN site ON site.id = user.site_id WHERE user.id = ?`

const counts = `
  SELECT
    (SELECT count(*) FROM preference WHERE extension_id = @extension) AS preference,
    (SELECT count(*) FROM call_log WHERE extension_id = @extension) AS callLog,
    (SELECT count(*) FROM call_record WHERE caller_user_id = @user)
      + (SELECT count(*) FROM call_record WHERE callee_user_id = @user AND caller_user_id IS NOT @user) AS callRecord,
    (SELECT count(*) FROM billing_record WHERE user_id = @user) AS billingRecord,
    (SELECT count(*) FROM chat_message WHERE user_id = @user) AS chatMessage,
    (SELECT count(*) FROM meeting WHERE user_id = @user) AS meeting,
    (SELECT count(*) FROM contact WHERE user_id = @user) AS contact,
    (SELECT count(*) FROM other_product_record WHERE user_id = @user AND product = 'fax') AS fax,
    (SELECT count(*) FROM other_product_record WHERE user_id = @user AND product = 'sms') AS textMessage`

/** Everything that hangs on one person; yields in a large mailbox. Throws NOT_FOUND. */
export function* readInventory(db: ReadDb, userId: UserId): Generator<void, Inventory> {
  const person = db.prepare<[string], Row>(user).get(userId)
  if (person === undefined) throw noSuchUser(userId)
  const extension = db.prepare<[string], Row>('SELECT * FROM extension WHERE user_id = ?').get(userId)
  const id = typeof extension?.['id'] === 'string' ? extension['id'] : ''
  return inventory.parse({
    user: toUser(person),
    ...(yield* readOnExtension(db, extension)),
    licences: db.prepare('SELECT id, name, country FROM licence WHERE user_id = ? ORDER BY id').all(userId),
    counts: db.prepare(counts).get({ user: userId, extension: id }),
  })
}

/** The extension of a person; null when they have none. Throws NOT_FOUND. */
export function readExtensionOf(db: ReadDb, userId: UserId): ExtensionId | null {
  const row = db
    .prepare<[string], { id: ExtensionId | null }>(
      'SELECT extension.id FROM user LEFT JOIN extension ON extension.user_id = user.id WHERE user.id = ?',
    )
    .get(userId)
  if (row === undefined) throw noSuchUser(userId)
  return row.id
}

function noSuchUser(userId: UserId): AppError {
  return new AppError('NOT_FOUND', 'There is no such user. Search the directory again.', { userId })
}

function toUser(row: Row) {
  return {
    id: row['id'],
    userName: row['user_name'],
    firstName: row['first_name'],
    lastName: row['last_name'],
    primaryEmail: row['primary_email'],
    status: row['status'],
    signInRevoked: row['sign_in_revoked'] === 1,
    openSessions: row['open_sessions'],
    locale: row['locale'],
    timezone: row['timezone'],
    department: row['department'],
    jobTitle: row['job_title'],
    site: row['site'],
    role: row['role'],
    scimProvider: row['scim_provider'],
    legalHold: row['legal_hold'],
    leavesOn: row['leaves_on'],
    leftAt: row['left_at'],
    createdTime: row['created_time'],
    lastUpdatedTime: row['last_updated_time'],
  }
}
