import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultBench, lacking, readCalls } from '../support/faultBench.ts'
import { tryEach } from '../support/faultPoints.ts'
import { marcus, newPlace, offboardCommand, type Place } from '../support/faultRun.ts'
import { pointsOf } from '../support/faultShare.ts'

const passphrase = 'nine owls read by lamplight'
process.env['OFFHOOK_PASSPHRASE'] = passphrase
afterAll(() => void delete process.env['OFFHOOK_PASSPHRASE'])

const bench = faultBench()
let bag = ''
let sealed = ''

beforeAll(async () => {
  if (lacking !== '') return
  const root = join(bench.own, 'packed')
  mkdirSync(root)
  const place = newPlace(bench.company, root)
  await bench.sound.run(offboardCommand(place, marcus))
  bag = join(place.archives, readdirSync(place.archives)[0]!)
  sealed = join(root, 'sealed.age')
  const { code, err } = await bench.sound.run(['archive', 'seal', bag, '--to', sealed, '--data', place.data])
  if (code !== 0) throw new Error(err)
}, 120_000)

type Work = { name: string; argv: (place: Place) => string[]; again: (place: Place) => string[] }
/** archives: where the result goes. */
const works: readonly Work[] = [
  {
    name: 'unseal',
    argv: ({ data, archives }) => ['archive', 'unseal', sealed, '--to', archives, '--data', data],
    again: ({ data, archives }) => ['archive', 'unseal', sealed, '--to', join(archives, 'again'), '--data', data],
  },
  {
    name: 'export',
    argv: ({ data, archives }) => ['archive', 'export', bag, '--to', join(archives, 'a.zip'), '--data', data],
    again: ({ data }) => ['users', '--limit', '1', '--data', data],
  },
]

describe.skipIf(lacking !== '')(`an archive that is being packed or opened${lacking}`, () => {
  // What a sealed archive holds must not stay readable on the disk because a process died.
  it.each(works)(
    'and is killed in $name leaves nothing half after the next start',
    async ({ argv, again }) => {
      const first = newPlace(bench.company)
      const log = join(first.archives, '..', 'calls')
      const { code, err } = await bench.faulty.run(argv(first), { under: [first.archives], log })
      expect([code, code === 0 ? '' : err]).toEqual([0, ''])
      const calls = readCalls(log)
      let half = 0
      await tryEach(pointsOf(calls.length, 3), async (at, folder) => {
        const place = newPlace(bench.company, folder)
        await bench.faulty.run(argv(place), { under: [place.archives], at: [at], does: 'kill' })
        const where = `killed before call ${at}: ${calls[at - 1]!.op} ${calls[at - 1]!.path}`
        half += partialsIn(place).length
        mkdirSync(join(place.archives, 'again'))
        const next = await bench.sound.run(again(place))
        expect([where, next.code, next.code === 0 ? '' : next.err]).toEqual([where, 0, ''])
        expect([where, partialsIn(place)]).toEqual([where, []])
        expect([where, existsSync(join(place.data, 'unfinished', 'lock'))]).toEqual([where, true])
      })
      // Otherwise there was nothing to take away, and the test tells nothing.
      expect(half).toBeGreaterThan(0)
    },
    3_600_000,
  )
})

function partialsIn({ archives }: Place): string[] {
  return readdirSync(archives).filter((name) => name.endsWith('.partial'))
}
