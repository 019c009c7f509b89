import Database from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { batchItems } from '../../src/main/features/imports/voicemail/batches.ts'
import { wavOf } from '../support/audio.ts'
import { faultBench, lacking, readCalls, type Call } from '../support/faultBench.ts'
import { tryEach } from '../support/faultPoints.ts'
import { expectSaysWhatNext, newPlace, type Place } from '../support/faultRun.ts'
import { pointsOf } from '../support/faultShare.ts'
import { messageText, writeSpool } from '../support/spool.ts'

const bench = faultBench()
/** Two batches, the second of them short. */
const messages = batchItems + 6
let spool = ''

beforeAll(() => {
  if (lacking === '') spool = writeSpool(join(bench.own, 'spool'), mailbox())
})

function mailbox(): Record<string, string | Uint8Array> {
  const files: Record<string, string | Uint8Array> = {}
  for (let index = 0; index < messages; index += 1) {
    const stem = `voicemail/default/1017/INBOX/msg${String(index).padStart(4, '0')}`
    files[`${stem}.wav`] = wavOf({ tag: 1, seconds: 1, fill: index })
    files[`${stem}.txt`] = messageText({ origtime: 1_790_000_000 + index, msgId: `1790000000-${index}`, duration: 1 })
  }
  return files
}

function importCommand({ data }: Place): string[] {
  return ['import', 'voicemail', spool, '--from', 'asterisk', '--json', '--data', data]
}

/** The calls of an import that change the disk, without those of the log. */
async function callsOfImport(company = bench.company): Promise<Call[]> {
  const place = newPlace(company)
  const log = join(place.archives, '..', 'calls')
  const { code, err } = await bench.faulty.run(importCommand(place), { under: [place.data], log })
  if (code !== 0) throw new Error(err)
  return readCalls(log)
}

/** Audio that no row names, and rows whose audio is not there. */
function strays({ data }: Place): { audioWithoutRow: string[]; rowsWithoutAudio: string[]; imported: number } {
  const db = new Database(join(data, 'offhook.sqlite'))
  const named = new Set(
    db.prepare<[], string>('SELECT file FROM voicemail_message UNION SELECT file FROM greeting').pluck().all(),
  )
  const imported = db
    .prepare<[], number>('SELECT count(*) FROM voicemail_message WHERE source_key IS NOT NULL')
    .pluck()
    .get()!
  db.close()
  const audio = readdirSync(join(data, 'audio'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(join(data, 'audio').length + 1))
  return {
    audioWithoutRow: audio.filter((file) => !named.has(file)),
    rowsWithoutAudio: [...named].filter((file) => !audio.includes(file)),
    imported,
  }
}

/** The folder is made by the first piece of work. */
const journalsIn = ({ data }: Place): string[] =>
  existsSync(join(data, 'unfinished'))
    ? readdirSync(join(data, 'unfinished')).filter((name) => name.endsWith('.jsonl'))
    : []

/** Any start takes away what was left behind; the next import goes on, and has each message once. */
async function goOnImporting(place: Place, where: string, missing: readonly string[] = []): Promise<void> {
  await bench.sound.run(['users', '--limit', '1', '--data', place.data])
  const started = strays(place)
  expect([where, started.audioWithoutRow, journalsIn(place)]).toEqual([where, [], []])
  expect([where, started.rowsWithoutAudio.filter((file) => !missing.includes(file))]).toEqual([where, []])
  const { code, out, err } = await bench.sound.run(importCommand(place))
  expect([where, code, code === 0 ? '' : err]).toEqual([where, 0, ''])
  expect([where, strays(place)]).toEqual([where, { audioWithoutRow: [], rowsWithoutAudio: [], imported: messages }])
  const { imported, alreadyHere } = JSON.parse(out) as { imported: number; alreadyHere: number }
  expect([where, imported + alreadyHere]).toEqual([where, messages])
}

/** A company whose imported audio has lost a file, and in which another was cut short. */
async function damagedCompany(): Promise<string> {
  const place = newPlace(bench.company)
  await bench.sound.run(importCommand(place))
  const [missing, short] = importedAudio(place)
  rmSync(missing!.path)
  truncateSync(short!.path, 100)
  return place.data
}

function importedAudio({ data }: Place): { file: string; path: string; sha256: string }[] {
  const db = new Database(join(data, 'offhook.sqlite'))
  const rows = db
    .prepare<[], { file: string; sha256: string }>(
      'SELECT file, sha256 FROM voicemail_message WHERE source_key IS NOT NULL ORDER BY received_at',
    )
    .all()
  db.close()
  return rows.map(({ file, sha256 }) => ({ file, path: join(data, 'audio', file), sha256 }))
}

const isWhole = ({ path, sha256 }: { path: string; sha256: string }): boolean =>
  existsSync(path) && createHash('sha256').update(readFileSync(path)).digest('hex') === sha256

describe.skipIf(lacking !== '')(`an import of voicemail that is cut short${lacking}`, () => {
  // Audio without a row is voicemail that nobody sees, nobody archives and nobody deletes.
  it('by a kill leaves nothing that the next start does not take away, and goes on', async () => {
    const calls = await callsOfImport()
    const placing = calls.filter(({ op, path }) => op === 'rename' && path.includes('/audio/'))
    expect(placing).toHaveLength(messages)
    const between = [placing[40]!.at, placing.at(-1)!.at + 1]
    let orphans = 0
    await tryEach([...new Set([...pointsOf(calls.length, 4), ...between])], async (at, folder) => {
      const place = newPlace(bench.company, folder)
      const { code } = await bench.faulty.run(importCommand(place), { under: [place.data], at: [at], does: 'kill' })
      const where = `killed before call ${at}: ${calls[at - 1]!.op} ${calls[at - 1]!.path}`
      // Threads make some calls more or less from run to run, so the last ones may not be reached.
      expect([where, code, at > calls.length - 40 ? code : -1]).toEqual([where, code, code])
      orphans += strays(place).audioWithoutRow.length
      await goOnImporting(place, where)
    })
    // Otherwise there was nothing to take away, and the test tells nothing.
    expect(orphans).toBeGreaterThan(messages / 2)
  }, 3_600_000)

  it.each(['once', 'always'] as const)(
    'by a full disk, %s, says what next and leaves nothing',
    async (does) => {
      const calls = await callsOfImport()
      const points = pointsOf(calls.length, 3)
      expect(points).not.toEqual([])
      await tryEach(points, async (at, folder) => {
        const place = newPlace(bench.company, folder)
        const fault = { under: [place.data], at: [at], does, errno: 'ENOSPC' } as const
        const said = await bench.faulty.run(importCommand(place), fault)
        const where = `full ${does} at call ${at}: ${calls[at - 1]!.op} ${calls[at - 1]!.path}`
        expectSaysWhatNext(said, where)
        await goOnImporting(place, where)
      })
    },
    3_600_000,
  )

  it.each(['kill', 'always'] as const)(
    'by %s while it repairs audio leaves it as it was or whole',
    async (does) => {
      const damaged = await damagedCompany()
      const [missing] = importedAudio(newPlace(damaged))
      const calls = await callsOfImport(damaged)
      const placed = calls.filter(({ op, path }) => op === 'rename' && path.includes('/audio/'))
      expect(placed.length).toBeGreaterThan(0)
      await tryEach(pointsOf(calls.length, 1), async (at, folder) => {
        const place = newPlace(damaged, folder)
        const fault = { under: [place.data], at: [at], does, errno: 'ENOSPC' } as const
        const said = await bench.faulty.run(importCommand(place), fault)
        const where = `${does} at call ${at}: ${calls[at - 1]!.op} ${calls[at - 1]!.path}`
        if (does === 'always') expectSaysWhatNext(said, where)
        const cut = importedAudio(place).filter((one) => !isWhole(one))
        expect([where, cut.every(({ path }) => !existsSync(path) || statSync(path).size === 100)]).toEqual([
          where,
          true,
        ])
        await goOnImporting(place, where, [missing!.file])
        expect([where, importedAudio(place).filter((one) => !isWhole(one))]).toEqual([where, []])
      })
    },
    3_600_000,
  )
})
