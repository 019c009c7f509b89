import { searchWords } from '../../../shared/directory/fold.ts'
import { audioFormat, type AudioFormat, type VoicemailOwner } from '../../../shared/voicemail/model.ts'
import type { OwnerSide } from '../../../shared/voicemail/contract.ts'
import { userId } from '../../../shared/ids.ts'
import { distinctSql } from '../../db/search/list.ts'
import type { ReadDb } from '../../db/sql.ts'
import { messageList } from './searchRepository.ts'

const shown = 20

/** The folders and formats that there are. */
export function listFacets(db: ReadDb): { folders: string[]; formats: AudioFormat[] } {
  const values = (column: string): string[] =>
    db.prepare<[], string>(distinctSql(column, 'voicemail_search')).pluck().all()
  return { folders: values('folder'), formats: values('format').map((format) => audioFormat.parse(format)) }
}

/**
 * Each extension with messages once, by hops in the index from the newest message of one to that of the next. The plus makes
 * the index count for the digits, too.
 */
export const extensionsSql = (words: number): string => `
  WITH RECURSIVE hop (id) AS (
    SELECT (SELECT id FROM voicemail_search ORDER BY ${messageList.forward.extension} LIMIT 1)
    UNION ALL
    SELECT (
      SELECT id FROM voicemail_search WHERE (extension, extension_number) > (box.extension, +box.extension_number)
      ORDER BY ${messageList.forward.extension} LIMIT 1
    ) FROM hop JOIN voicemail_search box ON box.id = hop.id
  )
  SELECT box.extension_number AS extension, box.now_id AS ownerId
  FROM hop JOIN voicemail_search box ON box.id = hop.id
  WHERE ${conditions("box.extension_number || ' ' || box.now_key", words)} LIMIT ${shown}`

export function findExtensions(db: ReadDb, search: string): { extension: string; owner: string | null }[] {
  const words = searchWords(search)
  const rows = db.prepare<string[], { extension: string; ownerId: string }>(extensionsSql(words.length)).all(...words)
  return rows.map(({ extension, ownerId }) => ({
    extension,
    owner: ownerId === '' ? null : (readOwner(db, ownerId)?.name ?? null),
  }))
}

const columnsOf = { ownerThen: ['then_key', 'then_id'], ownerNow: ['now_key', 'now_id'] } as const

/** Each owner once in the order of names, by hops in the index. */
export function ownersSql(side: OwnerSide, words: number): string {
  const [key, id] = columnsOf[side]
  const next = `SELECT ${key} AS key, ${id} AS id FROM voicemail_search`
  return `
    WITH RECURSIVE hop (at) AS (
      SELECT (SELECT json_array(key, id) FROM (${next} ORDER BY ${key}, ${id} LIMIT 1))
      UNION ALL
      SELECT (
        SELECT json_array(key, id)
        FROM (${next} WHERE (${key}, ${id}) > (hop.at ->> 0, hop.at ->> 1) ORDER BY ${key}, ${id} LIMIT 1)
      ) FROM hop WHERE hop.at IS NOT NULL
    )
    SELECT hop.at ->> 1 AS id FROM hop
    WHERE hop.at ->> 1 <> '' AND ${conditions('hop.at ->> 0', words)} LIMIT ${shown}`
}

export function findOwners(db: ReadDb, side: OwnerSide, search: string): VoicemailOwner[] {
  const words = searchWords(search)
  const ids = db
    .prepare<string[], string>(ownersSql(side, words.length))
    .pluck()
    .all(...words)
  return ids.flatMap((id) => readOwner(db, id) ?? [])
}

function readOwner(db: ReadDb, id: string): VoicemailOwner | null {
  const row = db
    .prepare<[string], { name: string; gone: number }>(
      "SELECT trim(first_name || ' ' || last_name) AS name, status <> 'ACTIVE' AS gone FROM user WHERE id = ?",
    )
    .get(id)
  return row === undefined ? null : { userId: userId.parse(id), name: row.name, gone: row.gone === 1 }
}

function conditions(text: string, words: number): string {
  return ['TRUE', ...Array.from({ length: words }, () => `instr(${text}, ?) > 0`)].join(' AND ')
}
