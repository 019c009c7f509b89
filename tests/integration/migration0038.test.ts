import { readFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrate } from '../../src/main/db/migrate.ts'
import { migrations } from '../../src/main/db/migrations.ts'

const now = (): string => '2026-11-27T10:00:00.000Z'

// Would catch: messages of the version before that no filter by extension finds, or a folder with a message that was deleted
// while the list still has it, which cannot be opened.
it('the messages of the version before have the digits of their extension', () => {
  const database = new Database(':memory:')
  database.pragma('foreign_keys = ON')
  const [earlier, later] = [migrations.filter(({ id }) => id < 38), migrations.filter(({ id }) => id >= 38)]
  migrate(database, earlier, now)
  database.exec(readFileSync('tests/support/rows.sql', 'utf8'))
  database.exec(`
    INSERT INTO extension (id, extension_number, fq_extension_number, site_id) VALUES ('x2', '01042', '2301042', 's1');
    INSERT INTO voicemail_message (id, extension_id, caller_name, caller_number, received_at, seconds, folder, is_read, is_urgent, format, file, bytes, sha256)
      VALUES ('v2', 'x2', 'Ada', '', '2026-11-03T14:05:00.000Z', 4.2, 'INBOX', 0, 0, 'wav-pcm', 'aa/v2.wav', 10, 'bb');
    INSERT INTO voicemail_search (message_id, extension, received_at, received_day, caller_key, seconds, folder, is_read, format, then_id, then_key, now_id, now_key)
      SELECT value, 1042, '2026-11-03T14:05:00.000Z', '2026-11-03', 'ada', 4.2, 'INBOX', 0, 'wav-pcm', '', '', '', ''
      FROM json_each('["v1", "v2", "deleted"]')`)
  migrate(database, later, now)
  expect(database.prepare('SELECT message_id, extension_number FROM voicemail_search ORDER BY id').raw().all()).toEqual(
    [
      ['v1', '1042'],
      ['v2', '01042'],
      ['deleted', ''],
    ],
  )
})
