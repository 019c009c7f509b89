import type { ReadDb } from '../sql.ts'
import type { Condition } from './condition.ts'
import { isDirect, prepareVersion, type Ids } from './list.ts'

/** The list and the search that are on the screen, and those of a moment ago. */
const kept = 6

/** The newest answers of a list, each while nothing of it changes. */
export function keepAnswers(db: ReadDb, list: { name: string }) {
  let version = -1
  let known = new Map<string, Ids>()
  const readVersion = prepareVersion(db, list)

  const current = (): Map<string, Ids> => {
    const now = readVersion()
    if (now !== version) known = new Map()
    version = now
    return known
  }
  return {
    /** What an answer that takes a while is kept in: of what has changed by then, nothing is known. */
    current,
    find: (key: string): Ids | undefined => {
      const ids = current().get(key)
      // The one that was used last goes last.
      if (ids !== undefined && known.delete(key)) known.set(key, ids)
      return ids
    },
    keep: (key: string, ids: Ids, within = current()): Ids => {
      within.set(key, ids)
      const [oldest] = within.keys()
      if (within.size > kept && oldest !== undefined) within.delete(oldest)
      return ids
    },
  }
}

/** Answers isDirect, asking SQLite once a question: what it does does not depend on the values. */
export function rememberPlans(db: ReadDb): (asked: Condition) => boolean {
  const known = new Map<string, boolean>()
  return (asked) => {
    const answer = known.get(asked.sql) ?? isDirect(db, asked)
    known.set(asked.sql, answer)
    return answer
  }
}
