import type { CompanySettings } from '../../shared/company/contract.ts'
import type { ReadDb, WriteDb } from '../db/sql.ts'

type Periods = Omit<CompanySettings, 'name'>

/** The one source of the idle lock and of the retention of other products' records. */
export function readCompanySettings(db: ReadDb): Periods {
  const row = db
    .prepare<[], Periods>(
      'SELECT idle_lock_minutes AS idleLockMinutes, retention_months AS recordMonths FROM company_setting',
    )
    .get()
  // The migration that made the table put its one row in.
  return row!
}

export function writeCompanySettings(db: WriteDb, { idleLockMinutes, recordMonths }: Periods): void {
  db.prepare('UPDATE company_setting SET idle_lock_minutes = @idleLockMinutes, retention_months = @recordMonths').run({
    idleLockMinutes,
    recordMonths,
  })
}
