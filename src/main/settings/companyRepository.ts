import type { CompanySettings } from '../../shared/company/contract.ts'
import type { ReadDb, WriteDb } from '../db/sql.ts'

type Settings = Omit<CompanySettings, 'name'>

/** The one source of the idle lock, of the retention of other products' records, and of the bills' currency. */
export function readCompanySettings(db: ReadDb): Settings {
  const row = db
    .prepare<[], Settings>(
      'SELECT idle_lock_minutes AS idleLockMinutes, retention_months AS recordMonths, currency FROM company_setting',
    )
    .get()
  // The migration that made the table put its one row in.
  return row!
}

export function writeCompanySettings(db: WriteDb, { idleLockMinutes, recordMonths, currency }: Settings): void {
  db.prepare(
    `UPDATE company_setting
      SET idle_lock_minutes = @idleLockMinutes, retention_months = @recordMonths, currency = @currency`,
  ).run({ idleLockMinutes, recordMonths, currency })
}
