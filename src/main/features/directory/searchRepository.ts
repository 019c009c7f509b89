import { searchWords } from '../../../shared/directory/fold.ts'
import type { UserFilter, UserSort } from '../../../shared/directory/model.ts'
import { beginningsSql } from '../../db/search/beginnings.ts'
import { allOf, idsOf, type Condition } from '../../db/search/condition.ts'
import type { Ids, SearchList } from '../../db/search/list.ts'
import type { ReadDb } from '../../db/sql.ts'

/** The users as a list, deleted people too. */
export const userList: SearchList<UserFilter, UserSort> = {
  name: 'user_search',
  texts: ['text'],
  trigrams: true,
  forward: {
    name: 'name_key, status, id',
    extension: 'extension IS NULL, extension, name_key, status, id',
    status: 'status, name_key, id',
    site: 'site, name_key, status, id',
    department: 'department, name_key, status, id',
    voicemails: 'voicemails, name_key DESC, status DESC, id DESC',
    leavesOn: 'leaves_on IS NULL, leaves_on, name_key, status, id',
  },
  backward: {
    name: 'name_key DESC, status DESC, id DESC',
    extension: 'extension IS NULL DESC, extension DESC, name_key DESC, status DESC, id DESC',
    status: 'status DESC, name_key DESC, id DESC',
    site: 'site DESC, name_key DESC, status DESC, id DESC',
    department: 'department DESC, name_key DESC, status DESC, id DESC',
    voicemails: 'voicemails DESC, name_key, status, id',
    leavesOn: 'leaves_on IS NULL, leaves_on DESC, name_key, status, id',
  },
  wordsOf: ({ search }) => searchWords(search).map((word) => ({ word, in: null })),
  conditionOf: userCondition,
}

/** Those of whom each word begins a name, the user name, the extension or a number; nobody where that takes long. */
export function beginningIds(db: ReadDb, words: readonly string[], areMany: boolean): number[] {
  const asked = beginningsSql(userList, words, areMany)
  return asked === null ? [] : [...new Set(idsOf(db, asked.sql, asked.values))]
}

/** What each is found by, a line each: name, user name, e-mail, extension, numbers; in the given order. */
export function readTexts(db: ReadDb, ids: Ids): [id: number, text: string][] {
  const rows = db.prepare<[string], { id: number; text: string }>(textsSql).all(JSON.stringify(ids))
  const texts = new Map(rows.map(({ id, text }) => [id, text]))
  return ids.map((id) => [id, texts.get(id) ?? ''])
}

export const textsSql = 'SELECT id, text FROM user_search_text WHERE id IN (SELECT value FROM json_each(?))'

/** Which rows of user_search these people are. */
export function searchIdsOf(db: ReadDb, userIds: readonly string[]): number[] {
  return idsOf(db, 'SELECT id FROM user_search WHERE user_id IN (SELECT value FROM json_each(?))', [
    JSON.stringify(userIds),
  ])
}

function userCondition(filter: UserFilter): Condition {
  const { status, site, department, licence, hasVoicemail, leaving, leavesFrom, leavesUntil } = filter
  return allOf([
    status === undefined ? ["status <> 'DELETED'"] : ['status = ?', status],
    ...(site === undefined ? [] : [['site = ?', site] as const]),
    ...(department === undefined ? [] : [['department = ?', department] as const]),
    ...(licence === undefined ? [] : [["instr(', ' || licences || ', ', ', ' || ? || ', ') > 0", licence] as const]),
    ...(hasVoicemail === undefined ? [] : [[hasVoicemail ? 'voicemails > 0' : 'voicemails = 0'] as const]),
    ...(leaving === undefined ? [] : [[`(leaves_on IS NULL) = ${leaving ? 0 : 1}`] as const]),
    ...(leavesFrom === undefined ? [] : [['(leaves_on IS NULL) = 0 AND leaves_on >= ?', leavesFrom] as const]),
    ...(leavesUntil === undefined ? [] : [['(leaves_on IS NULL) = 0 AND leaves_on <= ?', leavesUntil] as const]),
  ])
}
