import type { UserId } from '../../../shared/ids.ts'
import type { ReadDb } from '../../db/sql.ts'
import type { Belongings, CallEntry, ContactEntry, MeetingEntry, PreferenceEntry } from '../port.ts'
import { openAudioFile } from './audioStore.ts'

const calls = `
  SELECT started_at AS startedAt, talk_seconds AS seconds, disposition,
    CASE WHEN caller_user_id = @user THEN 'outgoing' ELSE 'incoming' END AS direction,
    CASE WHEN caller_user_id = @user THEN callee_name ELSE caller_name END AS peerName,
    CASE WHEN caller_user_id = @user THEN callee_number ELSE caller_number END AS peerNumber
  FROM call_record WHERE caller_user_id = @user OR callee_user_id = @user ORDER BY started_at`

const contacts = `
  SELECT first_name AS firstName, last_name AS lastName, company, email, phone_number AS phoneNumber
  FROM contact WHERE user_id = ? ORDER BY last_name, first_name, id`

const meetings =
  'SELECT id, title, starts_at AS startsAt, ends_at AS endsAt, participants FROM meeting WHERE user_id = ? ORDER BY starts_at, id'

const onExtension = (table: string, fields: string): string =>
  `SELECT ${fields} FROM ${table} JOIN extension ON extension.id = ${table}.extension_id WHERE extension.user_id = ? ORDER BY 1`

type MeetingRow = Omit<MeetingEntry, 'participants'> & { participants: string }
type GreetingRow = { id: string; kind: string; seconds: number; file: string; bytes: number; sha256: string }

/** The person's other data, for the archive. Meeting participants are stored one a line. */
export function readBelongings(db: ReadDb, audioFolder: string, userId: UserId): Belongings {
  return {
    calls: db.prepare<{ user: string }, CallEntry>(calls).all({ user: userId }),
    contacts: db.prepare<[string], ContactEntry>(contacts).all(userId),
    meetings: db.prepare<[string], MeetingRow>(meetings).all(userId).map(toMeeting),
    preferences: db
      .prepare<[string], PreferenceEntry>(onExtension('preference', 'preference.key, preference.value'))
      .all(userId),
    greetings: db
      .prepare<[string], GreetingRow>(onExtension('greeting', 'greeting.id, kind, seconds, file, bytes, sha256'))
      .all(userId)
      .map((row) => ({
        id: row.id,
        kind: row.kind,
        seconds: row.seconds,
        fileName: row.file,
        audio: () => openAudioFile(audioFolder, row),
      })),
  }
}

function toMeeting(row: MeetingRow): MeetingEntry {
  return { ...row, participants: row.participants.split('\n').filter((name) => name !== '') }
}
