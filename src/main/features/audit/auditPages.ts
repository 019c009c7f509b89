import { setImmediate as nextTurn } from 'node:timers/promises'
import { auditParts, newestEntries, readEntries, type AuditPage } from '../../audit/listRepository.ts'
import { readAuditHead } from '../../audit/repository.ts'
import type { AuditEntry, AuditFilter } from '../../../shared/audit/model.ts'
import type { ReadDb } from '../../db/sql.ts'

const entriesAtOnce = 250

type Find = (db: ReadDb, filter: AuditFilter) => Promise<readonly number[]>

/**
 * A page of the entries that the filter lets through, newest first. Without a filter the place in the list follows from
 * the number of the entry, so that the last page of a million is as near as the first.
 */
export async function pageAudit(
  db: ReadDb,
  filter: AuditFilter,
  offset: number,
  limit: number,
  find: Find = findEntries,
): Promise<AuditPage> {
  if (Object.values(filter).every((value) => value === undefined)) return newestEntries(db, offset, limit)
  const found = await find(db, filter)
  return { total: found.length, entries: readEntries(db, found.slice(offset, offset + limit)) }
}

/** All that the filter lets through, newest first, some hundred at a time; for exports. */
export async function* auditPages(db: ReadDb, filter: AuditFilter): AsyncGenerator<AuditEntry[]> {
  const found = await findEntries(db, filter)
  for (let at = 0; at < found.length; at += entriesAtOnce) yield readEntries(db, found.slice(at, at + entriesAtOnce))
}

/** Finds what the last filter lets through once, for all its pages, until there is a new entry. */
export function findOnce(): Find {
  let last: { key: string; found: Promise<readonly number[]> } | null = null
  return (db, filter) => {
    const key = JSON.stringify([filter, readAuditHead(db)?.seq])
    if (last?.key === key) return last.found
    const found = findEntries(db, filter)
    last = { key, found }
    // What could not be read is asked for anew.
    found.catch(() => (last = null))
    return found
  }
}

/** In turns: going through an audit of years at once would have main stand still. */
async function findEntries(db: ReadDb, filter: AuditFilter): Promise<number[]> {
  const found: number[] = []
  for (const part of auditParts(db, filter)) {
    // Not flat() at the end: of a million it takes a sixth of a second.
    for (const seq of part) found.push(seq)
    await nextTurn()
  }
  return found
}
