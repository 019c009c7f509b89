import Database from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { appendFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { faultBench, lacking, readCalls, stopped } from '../support/faultBench.ts'
import {
  expectSaysWhatNext,
  goOn,
  marcus,
  newPlace,
  offboardCommand,
  rowsOf,
  wrongNow,
  type Place,
} from '../support/faultRun.ts'
import { wavOf } from '../support/audio.ts'

const bench = faultBench()
/** Two minutes: longer than one read, so that a copy has a middle. */
const long = wavOf({ tag: 1, seconds: 120 })

/** Makes the first message of Marcus a long one. Answers its file. */
function lengthenMessage({ data }: Place): string {
  const db = new Database(join(data, 'offhook.sqlite'))
  const { id, file } = db
    .prepare(
      `SELECT m.id, m.file FROM voicemail_message m JOIN extension ON extension.id = m.extension_id
        WHERE extension_number = ? ORDER BY m.received_at LIMIT 1`,
    )
    .get(marcus.extension) as { id: string; file: string }
  db.prepare(
    "UPDATE voicemail_message SET file = ?, bytes = ?, sha256 = ?, seconds = 120, format = 'wav-pcm' WHERE id = ?",
  ).run(`long ${file.replaceAll('/', ' ')}`, long.length, createHash('sha256').update(long).digest('hex'), id)
  db.close()
  const path = join(data, 'audio', `long ${file.replaceAll('/', ' ')}`)
  writeFileSync(path, long)
  return path
}

let middle: number | null = null

/** Only calls in the archive are counted: one thread makes them, in the same order each time. */
const onlyArchives = ({ archives }: Place): Place => ({ data: archives, archives })

/** The call that writes the second part of the long message. */
async function middleOfCopy(): Promise<number> {
  if (middle !== null) return middle
  const place = newPlace(bench.company)
  lengthenMessage(place)
  const log = join(place.data, '..', 'calls')
  await bench.faulty.run(offboardCommand(place, marcus), { under: [place.archives], log })
  const writes = readCalls(log).filter(({ op, path }) => op === 'write' && /\/\.0001 .*partial$/.test(path))
  expect(writes.length).toBeGreaterThan(2)
  middle = writes[1]!.at
  return middle
}

const changes: readonly [string, (source: string) => void][] = [
  ['changes', (source) => writeFileSync(source, Buffer.from(long).fill(7, 1_500_000, 1_500_100))],
  ['shrinks', (source) => truncateSync(source, 1_200_000)],
  ['grows', (source) => appendFileSync(source, Buffer.alloc(5000))],
  ['is replaced by nothing', (source) => truncateSync(source, 0)],
]

describe.skipIf(lacking !== '')(`a source in the middle of being copied${lacking}`, () => {
  it.each(changes)(
    'that %s is named, the others are saved, and the run goes on when it is mended',
    async (_what, change) => {
      const at = await middleOfCopy()
      const place = newPlace(bench.company)
      const source = lengthenMessage(place)
      const said = await stopped(bench, offboardCommand(place, marcus), { place: onlyArchives(place), at: [at] }, () =>
        change(source),
      )
      expect(said.code).toBe(1)
      expectSaysWhatNext(said, _what)
      expect(said.err).toMatch(/The message from .*(bytes listed|other content than listed|cannot be read)/)
      expect(rowsOf(place).messages.map(({ proven }) => proven)).toEqual([0, 1, 1, 1, 1])
      expect(await wrongNow(place)).toEqual([])
      writeFileSync(source, long)
      await goOn(bench.sound, place, marcus, _what)
    },
    300_000,
  )

  it('that vanishes is copied to its end, because it was open; one that vanished before is named', async () => {
    const place = newPlace(bench.company)
    const source = lengthenMessage(place)
    rmSync(source)
    const said = await bench.faulty.run(offboardCommand(place, marcus))
    expect(said.err).toMatch(/The message from .* cannot be read/)
    expectSaysWhatNext(said, 'vanished')
    writeFileSync(source, long)
    await goOn(bench.sound, place, marcus, 'vanished')

    const at = await middleOfCopy()
    const other = newPlace(bench.company)
    const open = lengthenMessage(other)
    expect(
      await stopped(bench, offboardCommand(other, marcus), { place: onlyArchives(other), at: [at] }, () =>
        rmSync(open),
      ),
    ).toMatchObject({ code: 0 })
    expect(await wrongNow(other)).toEqual([])
  }, 300_000)
})

describe.skipIf(lacking !== '')(`a computer that falls asleep${lacking}`, () => {
  it('goes on where it was when it wakes', async () => {
    const at = await middleOfCopy()
    const place = newPlace(bench.company)
    lengthenMessage(place)
    const said = await stopped(
      bench,
      offboardCommand(place, marcus),
      { place: onlyArchives(place), at: [at, at + 10, at + 20] },
      () => sleep(1500),
    )
    expect(said).toMatchObject({ code: 0 })
    await goOn(bench.sound, place, marcus, 'asleep')
  }, 300_000)
})
