import { execFileSync, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ended } from '../support/cli.ts'
import { faultBench, lacking, readCalls, shimLibrary } from '../support/faultBench.ts'
import { tryEach } from '../support/faultPoints.ts'
import { goOn, marcus, newPlace, offboardCommand, wrongNow, type Place } from '../support/faultRun.ts'
import { environmentOf } from '../support/faultShim.ts'
import { pointsOf, wholeSet } from '../support/faultShare.ts'

const bench = faultBench()
const lacks = lacking === '' && !canTrace() ? ' (skipped: needs strace)' : lacking

function canTrace(): boolean {
  try {
    execFileSync('strace', ['-f', '-o', '/dev/null', 'true'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

function traced(place: Place, how: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const command = [process.execPath, join('out', 'main', 'cli.js'), ...offboardCommand(place, marcus)]
  // Counts are per thread: with one thread in the pool they are as many as can be reached.
  return ended(spawn('strace', [...how, ...command], { env: { ...process.env, UV_THREADPOOL_SIZE: '1', ...env } }))
}

/** Calls of the kernel by the names that the shim has for them. */
const names: Readonly<Record<string, string>> = {
  write: 'write',
  pwrite64: 'pwrite',
  fsync: 'fsync',
  fdatasync: 'fdatasync',
  rename: 'rename',
  link: 'link',
  unlink: 'unlink',
  unlinkat: 'unlink',
  rmdir: 'rmdir',
  mkdir: 'mkdir',
  ftruncate: 'ftruncate',
}

describe.skipIf(lacks !== '')(`what strace sees of an offboarding${lacks}`, () => {
  // A call that passed the shim by would be one at which nothing is ever tried.
  it('is what the shim counts, call by call', async () => {
    const place = newPlace(bench.company)
    const [trace, log] = [join(place.archives, '..', 'trace'), join(place.archives, '..', 'calls')]
    const under = [place.data, place.archives]
    const env = Object.fromEntries(Object.entries(environmentOf({ under, log })).filter(([, value]) => value !== null))
    const how = [
      '-f',
      '-y',
      '-qq',
      '-s',
      '0',
      '-o',
      trace,
      '-e',
      `trace=${Object.keys(names).join(',')},writev,pwritev`,
    ]
    // Of env, so that strace itself is not under the shim.
    const shim = Object.entries(env).flatMap(([name, value]) => ['-E', `${name}=${value}`])
    expect((await traced(place, [...how, '-E', `LD_PRELOAD=${shimLibrary()}`, ...shim])).code).toBe(0)
    const counted = tally(
      readCalls(log)
        .filter(({ op }) => op !== 'create')
        .map(({ op }) => op),
    )
    const seen = readFileSync(trace, 'utf8')
      .split('\n')
      .filter((line) =>
        under.some(
          (folder) => line.includes(`${folder}/`) || line.includes(`${folder}>`) || line.includes(`${folder}"`),
        ),
      )
      .flatMap((line) => /^\d+ +(\w+)\(/.exec(line)?.[1] ?? [])
    expect(counted).toEqual(tally(seen.map((name) => names[name] ?? name)))
    expect(Object.values(counted).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(300)
  }, 120_000)

  const killing: [string, number][] = [
    ['fsync', 30],
    ['link', 14],
    ['rename', 8],
    ['unlink', 16],
    ['mkdir', 5],
    ['pwrite64', 60],
  ]
  it.each(wholeSet ? killing : killing.slice(0, 2))(
    'killed by it at %s loses nothing proven, and goes on',
    async (call, most) => {
      await tryEach(wholeSet ? pointsOf(most, 1) : [Math.ceil(most / 2)], async (at, folder) => {
        const place = newPlace(bench.company, folder)
        await traced(place, [
          '-f',
          '-qq',
          '-o',
          '/dev/null',
          '-e',
          `trace=${call}`,
          '-e',
          `inject=${call}:signal=SIGKILL:when=${at}`,
        ])
        const where = `killed by strace at ${call} ${at}`
        expect([where, await wrongNow(place)]).toEqual([where, []])
        await goOn(bench.sound, place, marcus, where)
      })
    },
    1_800_000,
  )
})

function tally(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1
  return counts
}
