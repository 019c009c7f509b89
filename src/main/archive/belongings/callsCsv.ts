import { csvHead, csvRows } from '../../files/csvText.ts'
import type { CallEntry } from '../../phoneSystem/port.ts'

/** What the page of the bag says of the calls; counted while they are written. */
export type CallTally = {
  count: number
  incoming: number
  outgoing: number
  seconds: number
  first: string
  last: string
}

export function emptyTally(): CallTally {
  return { count: 0, incoming: 0, outgoing: 0, seconds: 0, first: '', last: '' }
}

const columns = ['started_at', 'direction', 'name', 'number', 'seconds', 'disposition'] as const
const rowsAtOnce = 500

/** The calls as CSV (RFC 4180, UTF-8 with a byte order mark, because spreadsheets need it), some hundred rows at a time. */
export function* callsCsv(calls: Iterable<CallEntry>, tally: CallTally): Generator<string> {
  yield csvHead(columns)
  let rows: string[][] = []
  for (const call of calls) {
    count(call, tally)
    rows.push([call.startedAt, call.direction, call.peerName, call.peerNumber, String(call.seconds), call.disposition])
    if (rows.length < rowsAtOnce) continue
    yield csvRows(rows)
    rows = []
  }
  if (rows.length > 0) yield csvRows(rows)
}

function count(call: CallEntry, tally: CallTally): void {
  tally.count += 1
  tally.seconds += call.seconds
  if (call.direction === 'incoming') tally.incoming += 1
  else tally.outgoing += 1
  if (tally.first === '' || call.startedAt < tally.first) tally.first = call.startedAt
  if (call.startedAt > tally.last) tally.last = call.startedAt
}
