import { AppError } from '../../../shared/ipc/errors.ts'
import type { Clock, Ids } from '../../clock.ts'
import type { WriteDb } from '../../db/sql.ts'
import { extensionSearch } from '../../db/extensionSearch.ts'
import { numberSearch } from '../../db/numberSearch.ts'
import { refreshAtOnce } from '../../db/search/refresh.ts'
import { userSearch } from '../../db/userSearch.ts'
import { voicemailSearch } from '../../db/voicemailSearch.ts'
import { withoutIndexes } from '../../db/withoutIndexes.ts'
import { demoOperatorRows, hashDemoPasswords } from '../../operators/demoOperators.ts'
import { createAudioCopier } from './audioFiles.ts'
import { silentRows, spokenRows } from './demo/company.ts'
import { createCompany } from './demo/people.ts'
import { companyName } from './demo/sites.ts'
import { messageCounts } from './demo/voicemails.ts'
import { readVoices } from './demo/voices.ts'
import { createInsert, insertCallLists, insertDemo } from './repository.ts'
import { tableNames, type Row } from './rows.ts'

const reportMilliseconds = 100
/** To look at the clock for each of three million rows would take longer than to write some of them. */
const lookedAtOnce = 256

export type DemoSize = { seed: number; users: number; calls: number; messages: number }
/** Counts people, calls and messages; bytes are those of the audio. */
export type DemoProgress = { done: number; total: number; bytes: number }
export type DemoPlaces = { db: WriteDb; voicesFolder: string; audioFolder: string; clock: Clock; ids: Ids }
export type DemoWatch = { report(progress: DemoProgress): void; cancelled(): boolean }

/**
 * Writes the demo company for a seed and the clock's day: its files, and all of its rows in one transaction. Its thread
 * stands still meanwhile. Throws CANCELLED, DISK_FULL, FILE_PROBLEM; then no row is there, but files may be.
 */
export async function writeDemo(places: DemoPlaces, size: DemoSize, watch: DemoWatch): Promise<void> {
  const { db, voicesFolder, audioFolder, clock, ids } = places
  const voices = await readVoices(voicesFolder)
  const hashed = await hashDemoPasswords()
  const createdAt = clock.now().toISOString()
  const company = createCompany(size.seed, createdAt.slice(0, 10), size.users)
  const counts = messageCounts(company, size.messages)
  const people = company.cast.length + company.invented.count
  const tally = createTally(people + size.calls + counts.total, watch)
  const copyAudio = createAudioCopier(voicesFolder, audioFolder)
  const load = (): void => {
    const insert = createInsert(db)
    for (const row of silentRows(company, size.calls)) {
      insert.add(row)
      tally.add(row)
    }
    for (const { row, clip } of spokenRows(company, voices, counts)) {
      insert.add(row)
      copyAudio(clip, row.values.file)
      tally.add(row)
    }
    insert.flush()
    tally.finish()
    insertCallLists(db)
  }
  const create = db.transaction(() => {
    withoutIndexes(db, tableNames, load)
    withoutIndexes(db, [userSearch.name], () => refreshAtOnce(db, userSearch))
    withoutIndexes(db, [extensionSearch.name], () => refreshAtOnce(db, extensionSearch))
    withoutIndexes(db, [numberSearch.name], () => refreshAtOnce(db, numberSearch))
    withoutIndexes(db, ['voicemail_search'], () => refreshAtOnce(db, voicemailSearch()))
    insertDemo(db, { name: companyName, createdAt }, demoOperatorRows(db, hashed, ids, createdAt))
  })
  create.immediate()
}

function createTally(total: number, { report, cancelled }: DemoWatch) {
  const progress = { done: 0, total, bytes: 0 }
  let rows = 0
  let reportedAt = 0
  const look = (): void => {
    if (cancelled()) throw new AppError('CANCELLED', 'The demo company was not created.')
    if (performance.now() - reportedAt < reportMilliseconds) return
    reportedAt = performance.now()
    report({ ...progress })
  }
  return {
    add: ({ table, values }: Row): void => {
      if (table === 'user' || table === 'call_record' || table === 'voicemail_message') progress.done += 1
      if (table === 'voicemail_message') progress.bytes += Number(values.bytes)
      rows += 1
      if (rows % lookedAtOnce === 0) look()
    },
    finish: (): void => report({ ...progress }),
  }
}
