import type { ReadDb } from '../db/sql.ts'

/** Settings of the company that decide something; unlike preferences they lie in the database. */
export type CompanySettings = {
  /** Minutes without activity until the window is locked. */
  idleLockMinutes: number
  /** How long other products keep what they have of a person who left. */
  retentionMonths: number
}

export function readCompanySettings(db: ReadDb): CompanySettings {
  const row = db
    .prepare<[], CompanySettings>(
      'SELECT idle_lock_minutes AS idleLockMinutes, retention_months AS retentionMonths FROM company_setting',
    )
    .get()
  // The migration that made the table put its one row in.
  return row!
}
