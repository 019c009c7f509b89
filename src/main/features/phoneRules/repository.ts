import { userStatus } from '../../../shared/directory/model.ts'
import type { DialFacts } from '../../../shared/phoneSystem/rules.ts'
import type { ReadDb } from '../../db/sql.ts'

type Row = { name: string | null; status: string | null; licensed: number; active: number }

const facts = `
  SELECT user.first_name || ' ' || user.last_name AS name, user.status,
    EXISTS (SELECT 1 FROM licence WHERE user_id = user.id) AS licensed,
    EXISTS (SELECT 1 FROM device WHERE extension_id = extension.id AND status IN ('ACTIVE', 'BINDED')) AS active
  FROM extension LEFT JOIN user ON user.id = extension.user_id WHERE extension_number = ?`

/** What decides whether an extension may dial; null when there is no such extension. */
export function readDialFacts(db: ReadDb, extensionNumber: string): DialFacts | null {
  const row = db.prepare<[string], Row>(facts).get(extensionNumber)
  if (row === undefined) return null
  const user =
    row.name === null ? null : { name: row.name, status: userStatus.parse(row.status), licensed: row.licensed === 1 }
  return { extensionNumber, user, hasActiveDevice: row.active === 1 }
}
