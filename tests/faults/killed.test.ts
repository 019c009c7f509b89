import { describe, expect, it } from 'vitest'
import { callsOf, faultBench, lacking } from '../support/faultBench.ts'
import { tryEach } from '../support/faultPoints.ts'
import { goOn, marcus, newPlace, offboardCommand, rowsOf, tom, wrongNow, type Leaver } from '../support/faultRun.ts'
import { pointsOf, wholeSet } from '../support/faultShare.ts'

const bench = faultBench()

const lastCalls = 15

/** Kills the run before each of the calls in turn; whatever is proven at that instant has to hold, and the run goes on. */
async function killAndGoOn(leaver: Leaver, points: (calls: number) => number[]): Promise<number> {
  const calls = await callsOf(bench, leaver)
  const tried = points(calls.length)
  await tryEach(tried, async (at, folder) => {
    const place = newPlace(bench.company, folder)
    const fault = { under: [place.data, place.archives], at: [at], does: 'kill' } as const
    const { code } = await bench.faulty.run(offboardCommand(place, leaver), fault)
    const where = `killed before call ${at}: ${calls[at - 1]!.op} ${calls[at - 1]!.path}`
    // Some files are written by the clock, so the last calls of one run are not all there in the next.
    expect([where, at > calls.length - lastCalls ? code : -1]).toEqual([where, code])
    expect([where, await wrongNow(place)]).toEqual([where, []])
    await goOn(bench.sound, place, leaver, where)
  })
  return tried.length
}

describe.skipIf(lacking !== '')(`an offboarding that is killed${lacking}`, () => {
  it('before any call that changes the disk loses nothing proven, and goes on', async () => {
    expect(await killAndGoOn(marcus, (calls) => pointsOf(calls, 6))).toBeGreaterThan(4)
  }, 3_600_000)

  // Which thread makes which call differs from run to run, so these points are as good as all of them.
  it('while several threads save messages loses nothing proven, and goes on', async () => {
    const some = (calls: number): number[] => pointsOf(calls, 3).filter((_, index) => !wholeSet || index % 4 === 0)
    expect(await killAndGoOn(tom, some)).toBeGreaterThan(1)
  }, 3_600_000)

  it('and is killed again while it goes on loses nothing proven', async () => {
    const calls = await callsOf(bench, marcus)
    const half = calls.find(({ path }) => path.includes('/data/voicemail/'))!.at + 12
    await tryEach(pointsOf(wholeSet ? 300 : 100, 3), async (at, folder) => {
      const place = newPlace(bench.company, folder)
      const under = [place.data, place.archives]
      await bench.faulty.run(offboardCommand(place, marcus), { under, at: [half], does: 'kill' })
      const resume = ['run', 'resume', rowsOf(place).run!.id, '--data', place.data]
      await bench.faulty.run(resume, { under, at: [at], does: 'kill' })
      const where = `killed again before call ${at}`
      expect([where, await wrongNow(place)]).toEqual([where, []])
      await goOn(bench.sound, place, marcus, where)
    })
  }, 3_600_000)
})
