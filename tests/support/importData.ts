import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openDatabase } from '../../src/main/db/open.ts'
import { asWriteDb } from '../../src/main/db/sql.ts'
import { createImports } from '../../src/main/features/imports/service.ts'
import { testFolder } from './folder.ts'

/** A data folder with one site and two people: dana (1001, +12125550134) and eli, and a free extension 1009. */
const company = `
  INSERT INTO tenant VALUES (1, 'Example', 'own', '2026-01-01T00:00:00.000Z');
  INSERT INTO site VALUES ('s1', 'New York', 'pbx01', 'America/New_York', 'en-US', '10', '');
  INSERT INTO user (id, user_name, first_name, last_name, primary_email, status, locale, timezone, site_id, department, job_title, role, created_time, last_updated_time)
    VALUES ('u1', 'Dana', 'Dana', 'Whitfield', 'dana@example.com', 'ACTIVE', 'en-US', 'America/New_York', 's1', '', '', 'none', '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z'),
      ('u2', 'eli', 'Eli', 'Gone', '', 'DELETED', 'en-US', 'America/New_York', 's1', '', '', 'none', '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z');
  INSERT INTO extension (id, extension_number, fq_extension_number, site_id, user_id) VALUES ('e1', '1001', '101001', 's1', 'u1'), ('e9', '1009', '101009', 's1', NULL);
  INSERT INTO phone_number VALUES ('+12125550134', 'US', 'ASSIGNED', 'CLAIMED', 'e1', 1, NULL, NULL), ('+12125550199', 'US', 'AVAILABLE', 'CLAIMED', NULL, 0, NULL, NULL);
  INSERT INTO ring_group VALUES ('g1', 'Sales', '600', 'SIMULTANEOUS', 's1');
`

/** Real imports on a real database. */
export async function openImports(folder = testFolder(), empty = false) {
  const clock = { now: () => new Date('2026-11-23T10:00:00.000Z') }
  const database = await openDatabase({ folder, now: () => clock.now().toISOString() })
  onTestFinished(() => void database.close())
  if (!empty) database.exec(company)
  const ids = { next: () => randomUUID() }
  const imports = createImports({
    db: asWriteDb(database),
    dataFolder: folder,
    clock,
    ids,
    operator: () => ({ name: 'tester' }),
    clearUnfinished: async () => undefined,
  })
  const rows = (sql: string, ...values: unknown[]) =>
    database.prepare<unknown[], Record<string, unknown>>(sql).all(...values)
  return { folder, database, imports, rows, audio: join(folder, 'audio') }
}

/** A file of these bytes in a folder of its own. */
export function fileOf(content: string | Uint8Array, name = 'users.csv'): string {
  const path = join(testFolder(), name)
  writeFileSync(path, content)
  return path
}
