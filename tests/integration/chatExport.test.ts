import { expect, it } from 'vitest'
import { chatPages } from '../../src/main/features/audit/chatPages.ts'
import { chatPlaces, readChat } from '../../src/main/features/audit/chatRepository.ts'
import type { ChatFilter } from '../../src/shared/audit/chat.ts'
import { demoFolder, openTestServices } from '../support/services.ts'

/** More than two parts, of which many were sent at the same instant and none in the order in which they were kept. */
const written = 21_000
const filters: readonly ChatFilter[] = [
  {},
  { words: 'everywhere' },
  { words: 'everywhere 12', person: 'dana' },
  { room: 'Large' },
  { words: 'everywhere', room: 'Large', from: '2025-02-01T00:00:00.000Z', until: '2025-03-01T00:00:00.000Z' },
  { words: 'nowhere' },
]

// Would catch: an export that loses, repeats or misplaces a message where the parts in which it is found meet.
it('an export has what one question finds, in its order', async () => {
  const { services } = await openTestServices(await demoFolder())
  services.db
    .prepare(
      `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
        INSERT INTO chat_message (id, user_id, author_name, room, sent_at, body)
        SELECT 'many' || i, (SELECT id FROM user ORDER BY id LIMIT 1), 'Dana Whitfield', iif(i % 3, 'Large', 'Small'),
          strftime('%Y-%m-%dT%H:%M:%fZ', '2025-01-01', '+' || (i * 7919 % 5000) || ' minutes', '+' || (i % 60) || ' days'),
          'everywhere ' || (i % 40)
        FROM n`,
    )
    .run(written)
  for (const filter of filters) {
    const wanted = readChat(services.db, {}, chatPlaces(services.db, filter, 0, -1)).map(({ id }) => id)
    const exported = []
    for await (const page of chatPages(services.db, filter)) exported.push(...page.map(({ id }) => id))
    expect([filter, exported]).toEqual([filter, wanted])
  }
}, 60_000)
