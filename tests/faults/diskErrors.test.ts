import { describe, expect, it } from 'vitest'
import { callsOf, faultBench, lacking } from '../support/faultBench.ts'
import { tryEach } from '../support/faultPoints.ts'
import { expectSaysWhatNext, goOn, marcus, newPlace, offboardCommand, rowsOf, wrongNow } from '../support/faultRun.ts'
import { pointsOf, wholeSet } from '../support/faultShare.ts'

const bench = faultBench()
const errors = (['ENOSPC', 'EIO', 'EACCES'] as const).flatMap((errno) =>
  (['once', 'always'] as const).map((does) => ({ errno, does })),
)

describe.skipIf(lacking !== '')(`an offboarding whose disk fails${lacking}`, () => {
  it.each(errors)(
    'with $errno, $does, at any call says what next, loses nothing proven, and goes on',
    async (error) => {
      const calls = await callsOf(bench, marcus)
      await tryEach(pointsOf(calls.length, 2), async (at, folder) => {
        const place = newPlace(bench.company, folder)
        const fault = { under: [place.data, place.archives], at: [at], ...error }
        const said = await bench.faulty.run(offboardCommand(place, marcus), fault)
        const where = `${error.errno} ${error.does} at call ${at}: ${calls[at - 1]!.op} ${calls[at - 1]!.path}`
        expectSaysWhatNext(said, where)
        expect([where, await wrongNow(place)]).toEqual([where, []])
        await goOn(bench.sound, place, marcus, where)
      })
    },
    7_200_000,
  )

  // What is thrown in a thread that writes has to come out of it as what the disk said.
  it.each(['ENOSPC', 'EIO'] as const)(
    'with %s at the flush of the folder of the messages says what next',
    async (errno) => {
      const flushes = (await callsOf(bench, marcus)).filter(
        ({ op, path }) => op === 'fsync' && path.endsWith('/data/voicemail'),
      )
      expect(flushes.length).toBeGreaterThan(0)
      await tryEach(
        flushes.map(({ at }) => at),
        async (at, folder) => {
          const place = newPlace(bench.company, folder)
          const fault = { under: [place.data, place.archives], at: [at], does: 'once', errno } as const
          const said = await bench.faulty.run(offboardCommand(place, marcus), fault)
          expectSaysWhatNext(said, `${errno} at call ${at}`)
          expect(await wrongNow(place)).toEqual([])
          await goOn(bench.sound, place, marcus, errno)
        },
      )
    },
  )

  it.each(wholeSet ? errors : errors.slice(1, 3))(
    'with $errno, $does, while it is continued says what next, and goes on again',
    async (error) => {
      const calls = await callsOf(bench, marcus)
      const half = calls.find(({ path }) => path.includes('/data/voicemail/'))!.at + 12
      await tryEach(pointsOf(300, 2), async (at, folder) => {
        const place = newPlace(bench.company, folder)
        const under = [place.data, place.archives]
        await bench.faulty.run(offboardCommand(place, marcus), { under, at: [half], does: 'kill' })
        const resume = ['run', 'resume', rowsOf(place).run!.id, '--data', place.data]
        const where = `${error.errno} ${error.does} at call ${at} of the continued run`
        expectSaysWhatNext(await bench.faulty.run(resume, { under, at: [at], ...error }), where)
        expect([where, await wrongNow(place)]).toEqual([where, []])
        await goOn(bench.sound, place, marcus, where)
      })
    },
    7_200_000,
  )
})
