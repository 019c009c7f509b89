import type { ReadDb } from '../../db/sql.ts'
import type { Through } from './conditions.ts'
import { readCallTime, type CallTime } from './timeRepository.ts'

/** The values of pieceSql for one piece of the calls. */
export type Piece = Readonly<Record<string, string | number>>

// Each piece makes the lists of people anew, who left or belong to a site: few pieces are several times quicker.
const pieceRows = 200_000
const pieceDays = 61

/** SQL that keeps to a piece of the calls. */
export function pieceSql(through: Through): string {
  return {
    rows: ' AND rowid > @after AND rowid <= @last',
    time: ' AND started_at >= @pieceFrom AND started_at < @pieceTo',
    numbers: '',
  }[through]
}

/** All calls in pieces, each a fraction of a second to count; those that an index on numbers finds are one. */
export function piecesOf(db: ReadDb, through: Through): Iterable<Piece> {
  if (through === 'numbers') return [{}]
  return through === 'time' ? timePieces(readCallTime(db)) : rowPieces(0, newestRow(db), pieceRows)
}

/** 0 without calls. */
export function newestRow(db: ReadDb): number {
  return db.prepare<[], { row: number | null }>('SELECT max(rowid) AS row FROM call_record').get()?.row ?? 0
}

/** The rows behind one up to another, so many at once. */
export function* rowPieces(from: number, newest: number, atOnce: number): Generator<{ after: number; last: number }> {
  for (let after = from; after < newest; after += atOnce) yield { after, last: Math.min(after + atOnce, newest) }
}

function* timePieces(time: CallTime): Generator<{ pieceFrom: string; pieceTo: string }> {
  if (time === null) return
  const end = Date.parse(time.last)
  for (let from = Date.parse(time.first); from <= end;) {
    const to = from + pieceDays * 86_400_000
    yield { pieceFrom: new Date(from).toISOString(), pieceTo: new Date(to).toISOString() }
    from = to
  }
}
