import { readFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrate } from '../../src/main/db/migrate.ts'
import { migrations } from '../../src/main/db/migrations.ts'
import { asWriteDb } from '../../src/main/db/sql.ts'
import { prepareUsers } from '../../src/main/features/directory/repository.ts'

const now = (): string => '2026-11-26T10:00:00.000Z'

// Would catch: people without a name on the Users page until something about them changes.
it('people of the version before it are shown as they were', () => {
  const database = new Database(':memory:')
  database.pragma('foreign_keys = ON')
  const [earlier, later] = [migrations.filter(({ id }) => id < 26), migrations.filter(({ id }) => id >= 26)]
  migrate(database, earlier, now)
  database.exec(readFileSync('tests/support/rows.sql', 'utf8'))
  database.exec(`
    INSERT INTO user_search (id, user_id, name_key, user_name, email, extension, status, site, department, licences, voicemails)
      SELECT 7, user.id, 'whitfield dana', user_name, primary_email, 1042, user.status, site.name, department, 'X4', 1
      FROM user JOIN site ON site.id = user.site_id WHERE user_name = 'dana.whitfield';
    DELETE FROM user_search_stale`)
  migrate(database, later, now)
  expect(prepareUsers(asWriteDb(database))([7])).toMatchObject([
    { name: 'Dana Whitfield', extension: '1042', phoneNumber: '+12125550142', jobTitle: 'Account manager' },
  ])
  expect(database.prepare('SELECT count(*) AS n FROM user_search_stale').get()).toEqual({ n: 0 })
})
