import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrate } from '../../src/main/db/migrate.ts'
import { migrations } from '../../src/main/db/migrations.ts'
import { asWriteDb } from '../../src/main/db/sql.ts'
import { searchMessages } from '../../src/main/features/archives/library/searchRepository.ts'
import { deleteArchive } from '../../src/main/features/archives/repository.ts'
import { messageQuery } from '../../src/shared/archives/library.ts'
import { archiveId } from '../../src/shared/ids.ts'

const at = '2026-11-01T10:00:00.000Z'
const now = (): string => at

const message = {
  id: 'vm-1',
  file: 'data/voicemail/1.wav',
  callerName: 'Zoë Example',
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

// Would catch: a library that must be looked through again, or loses the notes that could not be written beside a bag.
it('messages of the version before it are found, with their notes, and go with their archive', () => {
  const database = new Database(':memory:')
  database.pragma('foreign_keys = ON')
  migrate(
    database,
    migrations.filter(({ id }) => id < 23),
    now,
  )
  database.exec(
    `INSERT INTO archive (id, path, person_name, created_at, messages, bytes, manifest_sha256)
      VALUES ('a1', '/archives/a', 'Dana Whitfield', '${at}', 1, 10, '${'0'.repeat(64)}')`,
  )
  const text = 'dana whitfield\nzoe example\n+12125550134\nthe price of the contract\n\n'
  database
    .prepare("INSERT INTO archive_message VALUES (7, 'a1', 'vm-1', ?, 'The price', ?)")
    .run(JSON.stringify(message), text)
  migrate(
    database,
    migrations.filter(({ id }) => id >= 23),
    now,
  )
  const db = asWriteDb(database)
  const found = (search: string) =>
    searchMessages(db, messageQuery.parse({ search }), true).messages.map(({ note }) => note)
  for (const search of ['contract', 'zo', 'price 0134', '']) expect(found(search)).toEqual(['The price'])
  // What was said cannot be told from the rest before the bag is read again.
  expect(searchMessages(db, messageQuery.parse({ search: 'contract' }), false).messages).toEqual([])
  // Its trigrams are there, in another order.
  expect(found('exampleexam')).toEqual([])
  expect(found('555012')).toEqual([])
  deleteArchive(db, archiveId.parse('a1'))
  expect(found('contract')).toEqual([])
  expect(database.prepare('SELECT count(*) FROM archive_message_text').pluck().get()).toBe(0)
})
