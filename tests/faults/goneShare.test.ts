import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { callsOf, faultBench, lacking, stopped } from '../support/faultBench.ts'
import { goOn, marcus, newPlace, offboardCommand, rowsOf, tom, wrongNow } from '../support/faultRun.ts'
import { wholeSet } from '../support/faultShare.ts'
import { lacksImages, makeImage, mountImage, unmount } from '../support/image.ts'

const bench = faultBench()
const lacks = lacking === '' && lacksImages() !== '' ? ` (skipped: needs ${lacksImages()})` : lacking

describe.skipIf(lacking !== '')(`a share that goes away in the middle${lacking}`, () => {
  it.each(['ESTALE', 'ENOTCONN', 'ENOENT', 'EIO'] as const)(
    'with %s is told with what is proven and what next, and the run goes on when it is back',
    async (errno) => {
      const calls = await callsOf(bench, marcus)
      const inArchive = calls.filter(({ path }) => path.includes('/archives/'))
      for (const share of wholeSet ? [0.1, 0.3, 0.5, 0.7, 0.9] : [0.1, 0.5]) {
        const { at } = inArchive[Math.floor(inArchive.length * share)]!
        const place = newPlace(bench.company)
        const fault = { under: [place.archives], at: [1], does: 'always', errno } as const
        // Counted among the archive's own calls alone: the database stays where it is.
        const own = inArchive.findIndex((call) => call.at === at) + 1
        const said = await bench.faulty.run(offboardCommand(place, marcus), { ...fault, at: [own] })
        const { id } = rowsOf(place).run!
        expect(said.err.trim().split('\n').at(-1)).toBe(
          `The disk or network share with the archive folder does not answer (${errno}). ${
            rowsOf(place).messages.filter(({ proven }) => proven === 1).length
          } of 5 messages are saved and proven. Connect it again, then continue. Continue with: run resume ${id}`,
        )
        expect(await wrongNow(place)).toEqual([])
        await goOn(bench.sound, place, marcus, errno)
      }
    },
    600_000,
  )
})

describe.skipIf(lacking !== '')(`a quota that is used up${lacking}`, () => {
  it('is told as a full disk, and the run goes on when there is room', async () => {
    const calls = (await callsOf(bench, marcus)).filter(({ path }) => path.includes('/archives/'))
    const at = [Math.floor(calls.length / 2)]
    const place = newPlace(bench.company)
    const fault = { under: [place.archives], at, does: 'always', errno: 'EDQUOT' } as const
    const said = await bench.faulty.run(offboardCommand(place, marcus), fault)
    expect(said.err).toMatch(
      /The disk is full\. \d of 5 messages are saved and proven, and stay so;.* Make room, then continue/,
    )
    await goOn(bench.sound, place, marcus, 'EDQUOT')
  }, 300_000)
})

describe.skipIf(lacks !== '')(`a disk that is unmounted in the middle${lacks}`, () => {
  it('is not replaced by a folder of the same name; the run goes on when it is back, without what is proven', async () => {
    const place = newPlace(bench.company)
    const image = join(place.archives, '..', 'share.image')
    makeImage(image, 32)
    mountImage(image, place.archives)
    let mounted = true
    onTestFinished(() => (mounted ? unmount(place.archives) : undefined))
    const calls = (await callsOf(bench, tom)).filter(({ path }) => path.includes('/archives/'))
    // Eight batches of eight are under way at a time: at half of the calls few of them may be proven.
    const late = Math.floor((calls.length * 2) / 3)
    const pause = new Promise<void>((resolve) => setTimeout(resolve, 10))
    const only = { data: place.archives, archives: place.archives }
    const said = await stopped(bench, offboardCommand(place, tom), { place: only, at: [late] }, async () => {
      await pause
      unmount(place.archives)
      mounted = false
    })
    // What was open stays open until it is closed, so the run may have ended with this folder or without it.
    expect(said.code).not.toBe(0)
    const { run, messages } = rowsOf(place)
    const proven = messages.filter(({ proven: one }) => one === 1).length
    expect(proven).toBeGreaterThan(16)
    const again = await bench.sound.run(['run', 'resume', run!.id, '--data', place.data])
    expect(again.err).toMatch(
      new RegExp(
        `The archive folder is not there, and ${proven} messages are proven in it\\. Connect the disk or network share`,
      ),
    )
    expect(readdirSync(place.archives)).toEqual([])
    mkdirSync(place.archives, { recursive: true })
    mountImage(image, place.archives)
    mounted = true
    expect(await wrongNow(place)).toEqual([])
    await goOn(bench.sound, place, tom, 'unmounted')
  }, 300_000)
})
