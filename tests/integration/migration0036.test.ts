import { readFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { extensionSearch } from '../../src/main/db/extensionSearch.ts'
import { migrate } from '../../src/main/db/migrate.ts'
import { migrations } from '../../src/main/db/migrations.ts'
import { numberSearch } from '../../src/main/db/numberSearch.ts'
import { refreshAtOnce } from '../../src/main/db/search/refresh.ts'
import { asWriteDb } from '../../src/main/db/sql.ts'
import { userSearch } from '../../src/main/db/userSearch.ts'
import { voicemailSearch } from '../../src/main/db/voicemailSearch.ts'
import { findPeople } from '../../src/main/features/analytics/personRepository.ts'
import { searchMessages } from '../../src/main/features/archives/library/searchRepository.ts'
import { messageQuery } from '../../src/shared/archives/library.ts'

const at = '2026-11-01T10:00:00.000Z'
const now = (): string => at

const message = {
  id: 'vm-1',
  file: 'data/voicemail/1.wav',
  callerName: 'Ana',
  callerNumber: '+12125550134',
  receivedAt: at,
  timezone: 'UTC',
  seconds: 3,
  folder: 'INBOX',
  read: true,
  urgent: false,
  format: 'wav-pcm',
  bytes: 10,
  sha256: '0'.repeat(64),
  transcript: null,
}

/** Lists and a library as the version before it left them: Sinéad O’Connell‐Reilly, and others who are called otherwise. */
function before() {
  const database = new Database(':memory:')
  database.pragma('foreign_keys = ON')
  // The later ones, too, so that today's code can fill the lists.
  migrate(
    database,
    migrations.filter(({ id }) => id !== 36),
    now,
  )
  database.exec(readFileSync('tests/support/rows.sql', 'utf8'))
  database.exec(`
    INSERT INTO user (id, user_name, first_name, last_name, primary_email, status, locale, timezone, site_id, department, job_title, role, created_time, last_updated_time)
      SELECT 'u2', 'sinead', 'Sinéad', 'O’Connell‐Reilly', 'sinead@example.com', status, locale, timezone, site_id, department, job_title, role, created_time, last_updated_time
      FROM user WHERE id = 'u1';
    INSERT INTO extension (id, extension_number, fq_extension_number, site_id, user_id) VALUES ('x2', '1043', '231043', 's1', 'u2');
    INSERT INTO phone_number (phone_number, country, status, origin, extension_id, is_primary) VALUES ('+12125550143', 'US', 'ASSIGNED', 'CLAIMED', 'x2', 1);
    INSERT INTO voicemail_message (id, extension_id, caller_name, caller_number, received_at, seconds, folder, is_read, is_urgent, format, file, bytes, sha256)
      VALUES ('v2', 'x1', 'Sinéad O’Connell‐Reilly', '', '2026-11-03T14:05:00.000Z', 4.2, 'INBOX', 0, 0, 'wav-pcm', 'aa/v2.wav', 10, 'bb');`)
  const db = asWriteDb(database)
  for (const source of [userSearch, extensionSearch, numberSearch, voicemailSearch()])
    refreshAtOnce(db, source as typeof userSearch)
  for (const [table, column] of folded)
    database.exec(
      `UPDATE ${table} SET ${column} = replace(replace(${column}, 'o''c', 'o’c'), 'l-r', 'l‐r') WHERE ${column} LIKE '%o''c%'`,
    )
  database.exec(`
    UPDATE user_search_trigram SET text = (SELECT text FROM user_search_text WHERE id = user_search_trigram.rowid);
    INSERT INTO archive (id, path, person_name, created_at, messages, bytes, manifest_sha256, signature, found_by)
      VALUES ('a1', '/archives/a', 'Sinéad O’Connell‐Reilly', '${at}', 1, 10, '${'0'.repeat(64)}', 'read', 'sinead o’connell‐reilly');`)
  database.prepare("INSERT INTO archive_message VALUES (7, 'a1', 'vm-1', ?, '')").run(JSON.stringify(message))
  database.exec(`
    INSERT INTO archive_message_text (id, text, heard) VALUES (7, 'sinead o’connell‐reilly', 'it’s me' || char(10, 10));
    INSERT INTO archive_message_trigram (rowid, text) SELECT id, text || heard FROM archive_message_text`)
  return { database, db }
}

const folded = [
  ['user_search', 'name_key'],
  ['user_search_text', 'text'],
  ['extension_search', 'holder_key'],
  ['extension_search_text', 'text'],
  ['number_search_text', 'text'],
  ['voicemail_search', 'caller_key'],
  ['voicemail_search_text', 'caller'],
  ['voicemail_search_text', 'other'],
] as const

// Would catch: whoever was in the directory before is found by neither apostrophe until something about them changes.
it('who was folded with a typographic apostrophe or hyphen is found with a typed one, and only they are made stale', () => {
  const { database, db } = before()
  const everything = () =>
    folded.map(([table, column]) =>
      database.prepare(`SELECT ${column} FROM ${table} ORDER BY id`).pluck().all().join(' '),
    )
  expect(everything().filter((text) => text.includes("o'connell"))).toEqual([])
  expect(everything().filter((text) => text.includes('o’connell‐reilly'))).toHaveLength(7)
  migrate(
    database,
    migrations.filter(({ id }) => id === 36),
    now,
  )
  const stale = ['user', 'extension', 'number', 'voicemail'].map((name) =>
    database.prepare(`SELECT * FROM ${name}_search_stale`).raw().all(),
  )
  expect(stale).toEqual([[['u2']], [['x2']], [['+12125550143']], [['v2']]])
  for (const source of [userSearch, extensionSearch, numberSearch, voicemailSearch()])
    refreshAtOnce(db, source as typeof userSearch)
  expect(everything().filter((text) => text.includes("o'connell-reilly"))).toHaveLength(7)
  expect(everything().filter((text) => /[’‘ʼ‐–]/.test(text))).toEqual([])
  const people = (search: string) => findPeople(db, { search, goneOnly: false }).map(({ userId }) => userId)
  const archived = (search: string, hears: boolean) =>
    searchMessages(db, messageQuery.parse({ search }), hears).messages.length
  for (const search of ["O'Connell", 'o’connell', 'l-re', 'l–re', "o'"]) {
    expect([search, people(search)]).toEqual([search, ['u2']])
    expect([search, archived(search, false)]).toEqual([search, 1])
  }
  expect([archived("it's", true), archived('it’s', true), archived("it's", false)]).toEqual([1, 1, 0])
  expect(database.prepare('SELECT found_by, signature FROM archive').get()).toEqual({
    found_by: "sinead o'connell-reilly",
    signature: 'read',
  })
})
