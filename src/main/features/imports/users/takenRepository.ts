import type { ReadDb } from '../../../db/sql.ts'

/** Why a value is taken already, or null. A free extension and an available phone number can be given to the new user. */
export function prepareLookups(db: ReadDb) {
  const userName = db.prepare("SELECT 1 FROM user WHERE user_name = ? COLLATE NOCASE AND status <> 'DELETED'")
  const extension = db.prepare<[string], { owner: string | null }>(
    `SELECT user.user_name AS owner FROM extension LEFT JOIN user ON user.id = extension.user_id WHERE extension_number = ?`,
  )
  const ringGroup = db.prepare<[string], { name: string }>('SELECT name FROM ring_group WHERE extension_number = ?')
  const number = db.prepare<[string], { status: string }>('SELECT status FROM phone_number WHERE phone_number = ?')
  return {
    userName: (value: string): string | null =>
      userName.get(value) === undefined ? null : `The user name "${value}" is in use already.`,
    extensionNumber: (value: string): string | null => {
      const owner = extension.get(value)?.owner ?? ringGroup.get(value)?.name ?? null
      return owner === null ? null : `Extension ${value} belongs to ${owner} already.`
    },
    phoneNumber: (value: string): string | null => {
      const status = number.get(value)?.status ?? 'AVAILABLE'
      return status === 'AVAILABLE' ? null : `${value} is in the phone system already (${status.toLowerCase()}).`
    },
  }
}
