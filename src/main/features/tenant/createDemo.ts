import { setImmediate as nextTurn } from 'node:timers/promises'
import { AppError } from '../../../shared/ipc/errors.ts'
import type { WriteDb } from '../../db/sql.ts'
import { createAudioCopier, type AudioCopy } from './audioFiles.ts'
import { silentRows, spokenRows } from './demo/company.ts'
import { createCompany } from './demo/people.ts'
import { messageCounts, type SpokenRow } from './demo/voicemails.ts'
import { readVoices } from './demo/voices.ts'
import { createInsert, flushLess, insertSome } from './repository.ts'
import type { Row } from './rows.ts'

/** A turn of the event loop stays well below the 50 ms that a person notices, also on a slow disk. */
const turnMilliseconds = 15
const reportMilliseconds = 100
const copiesInATurn = 64

export type DemoSize = { seed: number; users: number; calls: number; messages: number }
/** Counts people, calls and messages; bytes are those of the audio. */
export type DemoProgress = { done: number; total: number; bytes: number }
export type DemoPlaces = { db: WriteDb; voicesFolder: string; audioFolder: string }

/** Writes the rows and files of a demo company for a seed and a day. Throws CANCELLED when the signal is raised. */
export async function writeDemo(
  { db, voicesFolder, audioFolder }: DemoPlaces,
  size: DemoSize,
  today: string,
  report: (progress: DemoProgress) => void,
  signal?: AbortSignal,
): Promise<void> {
  const voices = await readVoices(voicesFolder)
  const company = createCompany(size.seed, today, size.users)
  const counts = messageCounts(company, size.messages)
  const people = company.cast.length + company.invented.count
  const tally = createTally(people + size.calls + counts.total, report)
  const placeAudio = createAudioCopier(voicesFolder, audioFolder)
  const copies: AudioCopy[] = []

  const write = async (rows: Iterator<Row>): Promise<void> => {
    const insert = createInsert(db)
    for (let more = true; more;) {
      if (signal?.aborted === true) throw new AppError('CANCELLED', 'The demo company was not created.')
      const until = performance.now() + turnMilliseconds
      more = insertSome(db, insert, rows, () => performance.now() > until || copies.length >= copiesInATurn)
      await placeAudio(copies.splice(0))
      await nextTurn()
    }
  }
  const flushAgain = flushLess(db)
  try {
    await write(counted(silentRows(company, size.calls), tally.add))
    await write(counted(withCopies(spokenRows(company, voices, counts), copies), tally.add))
  } finally {
    flushAgain()
  }
  tally.finish()
}

function* counted(rows: Iterable<Row>, add: (row: Row) => void): Generator<Row, undefined> {
  for (const row of rows) {
    add(row)
    yield row
  }
}

/** Notes for each row which clip its file is a copy of. */
function* withCopies(rows: Iterable<SpokenRow>, copies: AudioCopy[]): Generator<Row, undefined> {
  for (const { row, clip } of rows) {
    copies.push({ clip, file: row.values.file })
    yield row
  }
}

function createTally(total: number, report: (progress: DemoProgress) => void) {
  const progress = { done: 0, total, bytes: 0 }
  let reportedAt = 0
  return {
    add: ({ table, values }: Row): void => {
      if (table === 'user' || table === 'call_record' || table === 'voicemail_message') progress.done += 1
      if (table === 'voicemail_message') progress.bytes += Number(values.bytes)
      if (performance.now() - reportedAt < reportMilliseconds) return
      reportedAt = performance.now()
      report({ ...progress })
    },
    finish: (): void => report({ ...progress }),
  }
}
