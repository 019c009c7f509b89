import { z } from 'zod'
import type { UserId } from '../../../shared/ids.ts'
import { contactRow, meetingRow, otherRecordRow, preferenceRow, sessionRow } from '../../../shared/person/model.ts'
import type { ReadDb } from '../../db/sql.ts'

export type Asked = { userId: UserId; offset: number; limit: number }

/** One list: what it reads of a person, found by the index on the person, and in which order. */
export type PersonList<Row extends z.ZodType = z.ZodType> = { columns: string; from: string; order: string; row: Row }

/** Participants are stored one a line. */
const storedMeeting = meetingRow.extend({
  participants: z.string().transform((lines) => lines.split('\n').filter((name) => name !== '')),
})

export const personLists = {
  contacts: {
    columns: "id, trim(first_name || ' ' || last_name) AS name, company, email, phone_number AS phoneNumber",
    from: 'contact WHERE user_id = @userId',
    order: 'last_name COLLATE NOCASE, first_name COLLATE NOCASE, id',
    row: contactRow,
  },
  meetings: {
    columns: 'id, title, starts_at AS startsAt, ends_at AS endsAt, participants',
    from: 'meeting WHERE user_id = @userId',
    order: 'starts_at DESC, id',
    row: storedMeeting,
  },
  otherRecords: {
    columns: 'id, product, peer_number AS peerNumber, sent_at AS sentAt, summary',
    from: 'other_product_record WHERE user_id = @userId',
    order: 'sent_at DESC, id',
    row: otherRecordRow,
  },
  sessions: {
    columns: 'id, client, started_at AS startedAt, ended_at AS endedAt',
    from: 'user_session WHERE user_id = @userId',
    order: 'started_at DESC, id',
    row: sessionRow,
  },
  preferences: {
    columns: 'key, value',
    from: 'preference WHERE extension_id = (SELECT id FROM extension WHERE user_id = @userId)',
    order: 'key',
    row: preferenceRow,
  },
} as const satisfies Record<string, PersonList>

/** One page of a person's list, and how long the whole list is. */
export function pageOf<Row extends z.ZodType>(db: ReadDb, list: PersonList<Row>, asked: Asked) {
  const { userId } = asked
  const total = db.prepare<object, { n: number }>(`SELECT count(*) AS n FROM ${list.from}`).get({ userId })?.n ?? 0
  const rows = db
    .prepare<object>(pageSql(list))
    .all({ ...asked })
    .map((row) => list.row.parse(row))
  return { total, rows }
}

export function pageSql({ columns, from, order }: PersonList): string {
  return `SELECT ${columns} FROM ${from} ORDER BY ${order} LIMIT @limit OFFSET @offset`
}
