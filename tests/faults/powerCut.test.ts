import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { jsonLines } from '../support/cli.ts'
import { faultBench, lacking, readCalls, stopped, type Call } from '../support/faultBench.ts'
import { tellCounts } from '../support/faultPoints.ts'
import { goOn, marcus, offboardCommand, rowsOf, wrongNow, type Place } from '../support/faultRun.ts'
import type { Fault } from '../support/faultShim.ts'
import { partCount, wholeSet } from '../support/faultShare.ts'
import { copyImage, lacksImages, makeImage, mountImage, unmount } from '../support/image.ts'

const bench = faultBench()
const lacks = lacking === '' && lacksImages() !== '' ? ` (skipped: needs ${lacksImages()})` : lacking
/** Images lie in memory where that is possible: a hundred copies of them are made. */
const own = mkdtempSync(join(process.platform === 'linux' ? '/dev/shm' : tmpdir(), 'offhook-power-'))
afterAll(() => rmSync(own, { recursive: true, force: true }))

/** Data and archives on disks of their own, so that a flush of one does not carry the other along. */
const place: Place = { data: join(own, 'data', 'company'), archives: join(own, 'archives', 'here') }
const disks = { data: 48, archives: 16 } as const
type Disk = keyof typeof disks
const names = Object.keys(disks) as Disk[]
const imageOf = (disk: Disk, cut = 'whole'): string => join(own, `${disk}.${cut}`)

function onDisks<T>(cut: string, work: () => Promise<T>): Promise<T> {
  for (const disk of names) mountImage(imageOf(disk, cut), join(own, disk))
  return work().finally(() => names.forEach((disk) => unmount(join(own, disk))))
}

async function freshDisks(): Promise<void> {
  for (const disk of names) {
    rmSync(imageOf(disk), { force: true })
    makeImage(imageOf(disk), disks[disk])
  }
  await onDisks('whole', async () => {
    cpSync(bench.company, place.data, { recursive: true })
    mkdirSync(place.archives)
  })
}

async function callsOnDisks(): Promise<Call[]> {
  await freshDisks()
  const log = join(own, 'calls')
  rmSync(log, { force: true })
  const fault = { under: [place.data, place.archives], log }
  await onDisks('whole', () => bench.faulty.run(offboardCommand(place, marcus), fault))
  return readCalls(log)
}

type Cut = { name: string; at: number; promised: string[] }

/** One run with a power cut at each of the calls: what it had said by then, and a copy of the disks. */
async function cutAt(points: readonly number[], drop?: Fault['drop']): Promise<Cut[]> {
  await freshDisks()
  const cuts: Cut[] = []
  const keep = (out: string): void => {
    const name = `cut${cuts.length}`
    for (const disk of names) copyImage(imageOf(disk), imageOf(disk, name))
    const steps = jsonLines(out.slice(0, out.lastIndexOf('\n') + 1)).filter(({ type }) => type === 'step')
    const promised = steps.filter(({ status }) => status === 'done').map(({ kind }) => String(kind))
    cuts.push({ name, at: points[cuts.length]!, promised })
  }
  const { code, err } = await onDisks('whole', () =>
    stopped(
      bench,
      offboardCommand(place, marcus),
      { place, at: points, ...(drop === undefined ? {} : { drop }) },
      keep,
    ),
  )
  expect([code, err === '' || code === 0]).toEqual([0, true])
  expect(cuts).toHaveLength(points.length)
  return cuts
}

/** What a cut took that must not be taken: a proof without its file, a step that was told as done. */
async function takenBy({ name, promised }: Cut): Promise<string[]> {
  return onDisks(name, async () => {
    const done = new Set(
      rowsOf(place)
        .steps.filter(({ status }) => status === 'done')
        .map(({ kind }) => kind),
    )
    return [
      ...(await wrongNow(place)),
      ...promised.filter((kind) => !done.has(kind)).map((kind) => `${kind} was told as done`),
    ]
  }).catch((error: unknown) => [String(error)])
}

function forget({ name }: Cut): void {
  for (const disk of names) rmSync(imageOf(disk, name), { force: true })
}

/** Threads and the clock make some calls more or less from run to run: the last ones of one may not be there in the next. */
const lastCalls = 40

/** Random points, in order. */
function randomPoints(calls: readonly Call[], count: number): number[] {
  const points = new Set<number>()
  while (points.size < count) points.add(1 + Math.floor(Math.random() * (calls.length - lastCalls)))
  return [...points].toSorted((a, b) => a - b)
}

describe.skipIf(lacks !== '')(`a power cut${lacks}`, () => {
  const rounds = wholeSet ? Math.ceil(5 / partCount) : 1
  const cutsARound = wholeSet ? 20 : 6

  it(`at any of ${rounds * cutsARound} random points takes nothing that is proven or told, and the run goes on`, async () => {
    const calls = await callsOnDisks()
    const failures: unknown[] = []
    for (let round = 0; round < rounds; round += 1) {
      for (const cut of await cutAt(randomPoints(calls, cutsARound))) {
        const where = `cut at call ${cut.at}: ${calls[cut.at - 1]!.op} ${calls[cut.at - 1]!.path}`
        try {
          expect([where, await takenBy(cut)]).toEqual([where, []])
          await onDisks(cut.name, () => goOn(bench.sound, place, marcus, where))
        } catch (error) {
          failures.push(error)
        }
        forget(cut)
      }
    }
    tellCounts(rounds * cutsARound, failures)
    if (failures.length > 0) throw failures[0]
  }, 1_800_000)

  // A test of power cuts that passes without the flushes tests nothing.
  it.each([
    ['without any flush of the archive', { below: [place.archives], what: 'everything' }],
    ['without the flushes of its folders alone', { below: [place.archives], what: 'folders' }],
    ['without the flushes of the database', { below: [place.data], what: 'everything' }],
  ] as const)(
    '%s does take it',
    async (_what, drop) => {
      const calls = await callsOnDisks()
      const sealed = calls.findLast(({ path }) => path.startsWith(place.archives))!.at
      // As soon as the archive's step is told as done, and near the end.
      const cuts = await cutAt([sealed + 30, calls.length - lastCalls], drop)
      const taken = []
      for (const cut of cuts) taken.push(...(await takenBy(cut)))
      cuts.forEach(forget)
      expect(taken).not.toEqual([])
    },
    300_000,
  )
})
