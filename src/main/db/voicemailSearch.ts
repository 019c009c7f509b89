import { fold } from '../../shared/directory/fold.ts'
import type { SearchSource } from './search/source.ts'

type Facts = {
  key: string
  extension: string
  extensionKey: number
  receivedAt: string
  timezone: string
  callerName: string
  callerNumber: string
  seconds: number
  folder: string
  read: 0 | 1
  format: string
  transcript: string | null
  thenId: string | null
  thenFirst: string | null
  thenLast: string | null
  nowId: string | null
  nowFirst: string | null
  nowLast: string | null
}

/**
 * Who had an extension at an instant: the first who gave it up later, else whoever has it. After a former user it was
 * free until the next one came, and a user comes with the extension; without one nobody knows of any other.
 */
const holderThen = (extensionId: string, instant: string): string => `
  coalesce(
    (SELECT user_id FROM extension_former_user
      WHERE extension_id = ${extensionId} AND until > ${instant} ORDER BY until LIMIT 1),
    (SELECT user.id FROM extension JOIN user ON user.id = extension.user_id
      WHERE extension.id = ${extensionId}
        AND (user.created_time <= ${instant}
          OR NOT EXISTS (SELECT 1 FROM extension_former_user WHERE extension_id = ${extensionId}))))`

const stale = `
  SELECT known.*, coalesce(later.timezone, siteZone) AS timezone, later.first_name AS nowFirst, later.last_name AS nowLast,
    earlier.first_name AS thenFirst, earlier.last_name AS thenLast
  FROM (
    SELECT stale.key, m.id IS NULL AS gone, extension.extension_number AS extension,
    CAST(extension.extension_number AS INTEGER) AS extensionKey,
      m.received_at AS receivedAt, m.caller_name AS callerName, m.caller_number AS callerNumber, m.seconds, m.folder,
      m.is_read AS read, m.format, m.transcript, extension.user_id AS nowId, site.timezone AS siteZone,
      ${holderThen('coalesce(m.arrived_extension_id, m.extension_id)', 'm.received_at')} AS thenId
    FROM stale
    LEFT JOIN voicemail_message m ON m.id = stale.key
    LEFT JOIN extension ON extension.id = m.extension_id
    LEFT JOIN site ON site.id = extension.site_id
  ) known
  LEFT JOIN user later ON later.id = known.nowId
  LEFT JOIN user earlier ON earlier.id = known.thenId`

const nameKey = (first: string | null, last: string | null): string => fold(`${last ?? ''} ${first ?? ''}`.trim())
const name = (first: string | null, last: string | null): string => `${first ?? ''} ${last ?? ''}`

/** All voicemail messages, as the Voicemail page searches, filters and sorts them. */
export function voicemailSearch(): SearchSource<Facts> {
  const dayOf = createDayOf()
  return {
    name: 'voicemail_search',
    texts: ['caller', 'other'],
    trigrams: false,
    keyColumn: 'message_id',
    staleSql: stale,
    columns: [
      'extension',
      'extension_number',
      'received_at',
      'received_day',
      'caller_key',
      'seconds',
      'folder',
      'is_read',
      'format',
      'then_id',
      'then_key',
      'now_id',
      'now_key',
    ],
    rowOf: ({ extensionKey, receivedAt, timezone, seconds, folder, read, format, ...facts }) => [
      extensionKey,
      facts.extension,
      receivedAt,
      dayOf(receivedAt, timezone),
      fold(facts.callerName === '' ? facts.callerNumber : facts.callerName),
      seconds,
      folder,
      read,
      format,
      facts.thenId ?? '',
      nameKey(facts.thenFirst, facts.thenLast),
      facts.nowId ?? '',
      nameKey(facts.nowFirst, facts.nowLast),
    ],
    textsOf: (facts) => {
      const people = [name(facts.thenFirst, facts.thenLast), name(facts.nowFirst, facts.nowLast)]
      return [
        fold([facts.callerName, facts.callerNumber].join('\n')),
        fold([facts.extension, ...new Set(people), facts.transcript ?? ''].join('\n')),
      ]
    },
  }
}

/** The calendar day of an instant in a zone, such as 2026-11-23; a zone that no table knows counts as UTC. */
export function createDayOf(): (instant: string, timezone: string) => string {
  const formats = new Map<string, Intl.DateTimeFormat>()
  return (instant, timezone) => {
    const format = formats.get(timezone) ?? dayFormat(timezone)
    formats.set(timezone, format)
    return format.format(new Date(instant))
  }
}

function dayFormat(timezone: string): Intl.DateTimeFormat {
  // Sweden writes days as ISO 8601 does.
  const format = (timeZone: string) =>
    new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  try {
    return format(timezone)
  } catch {
    return format('UTC')
  }
}
