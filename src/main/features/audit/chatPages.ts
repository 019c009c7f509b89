import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ChatFilter, ChatMessage } from '../../../shared/audit/chat.ts'
import type { ReadDb } from '../../db/sql.ts'
import { chatParts, readChat, type Found } from './chatRepository.ts'

const messagesAtOnce = 500

/**
 * All that the filter finds, newest first, some hundred at a time and without what was found in them; for exports. In
 * turns: sorting what a word finds that is everywhere would have main stand still.
 */
export async function* chatPages(db: ReadDb, filter: ChatFilter): AsyncGenerator<ChatMessage[]> {
  const parts: Found[][] = []
  for (const part of chatParts(db, filter)) {
    parts.push(part)
    await nextTurn()
  }
  for (const places of pagesOf(parts)) yield readChat(db, {}, places)
}

function* pagesOf(parts: readonly Found[][]): Generator<number[]> {
  let page: number[] = []
  for (const { place } of newestFirst(parts)) {
    page.push(place)
    if (page.length < messagesAtOnce) continue
    yield page
    page = []
  }
  if (page.length > 0) yield page
}

/** Merges parts that are sorted. */
function* newestFirst(parts: readonly Found[][]): Generator<Found> {
  const heads = parts.filter(({ length }) => length > 0).map((part) => ({ part, at: 0, first: part[0]! }))
  while (heads.length > 0) {
    const newest = heads.reduce((one, other) => (isNewer(other.first, one.first) ? other : one))
    yield newest.first
    newest.at += 1
    const next = newest.part[newest.at]
    if (next === undefined) heads.splice(heads.indexOf(newest), 1)
    else newest.first = next
  }
}

/** As SQLite sorts them: by the text of the instant, then by their order. */
function isNewer(one: Found, other: Found): boolean {
  return one.sentAt === other.sentAt ? one.place > other.place : one.sentAt > other.sentAt
}
