import { execFile, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execPath, kill, platform } from 'node:process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

// The scripts are plain JavaScript, for they run before there is any package: their types are stated here.
type LockFile = { packages: Record<string, { version?: string; optional?: boolean; optionalDependencies?: object }> }
type Dependencies = { missingPackages: (wanted: LockFile, installed: LockFile | undefined) => string[] }
type Counts = { passed: number; failed: number; skipped: number }
type Result = { name: string; seconds: number; code: number; counts?: Counts }
type CountsOf = {
  vitestCounts: (report: object | undefined, code: number) => Counts
  playwrightCounts: (report: object | undefined, code: number) => Counts
  summaryOf: (results: readonly Result[]) => string
}

const script = (name: string) => new URL(`../../scripts/${name}`, import.meta.url).href
const { missingPackages } = (await import(script('setup/dependencies.mjs'))) as Dependencies
const { vitestCounts, playwrightCounts, summaryOf } = (await import(script('test/counts.mjs'))) as CountsOf

describe('a command that runs as if it were the script', () => {
  const parent = (child: string): string => `
    const { become } = await import(${JSON.stringify(script('setup/run.mjs'))})
    process.exitCode = await become(process.execPath, ['-e', ${JSON.stringify(child)}])`
  const codeAfterCtrlC = async (child: string): Promise<number | null> => {
    const started = spawn(execPath, ['--input-type=module', '-e', parent(child)], {
      stdio: ['ignore', 'pipe', 'inherit'],
      detached: true,
    })
    await once(started.stdout, 'data')
    // A terminal tells the whole group.
    kill(-started.pid!, 'SIGINT')
    const [code] = (await once(started, 'exit')) as [number | null]
    return code
  }
  const ready = "console.log('ready')"

  it.skipIf(platform !== 'linux')('passes on how it ended by itself after Ctrl+C', async () => {
    expect(
      await codeAfterCtrlC(`process.on('SIGINT', () => process.exit(1)); setInterval(() => {}, 1000); ${ready}`),
    ).toBe(1)
  })

  it.skipIf(platform !== 'linux')('says 130 when Ctrl+C killed it', async () => {
    expect(await codeAfterCtrlC(`setInterval(() => {}, 1000); ${ready}`)).toBe(130)
  })
})

describe('the lock file', () => {
  const lock = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')) as LockFile

  it('has an entry for every optional package, without which npm ci refuses it on every machine', () => {
    const absent = Object.entries(lock.packages).flatMap(([path, { optionalDependencies }]) =>
      Object.keys(optionalDependencies ?? {}).filter((name) => !isLocked(lock, path, name)),
    )
    expect(absent).toEqual([])
  })

  it('is not satisfied by a folder in which npm recorded another version', () => {
    const wanted = {
      packages: { '': {}, 'node_modules/a': { version: '2.0.0' }, 'node_modules/b': { version: '1.0.0' } },
    }
    const installed = { packages: { 'node_modules/a': { version: '1.9.0' }, 'node_modules/b': { version: '1.0.0' } } }
    expect(missingPackages(wanted, installed)).toEqual(['node_modules/a'])
    expect(missingPackages(wanted, undefined)).toEqual(['node_modules/a', 'node_modules/b'])
  })

  it('is satisfied without the optional packages of other platforms', () => {
    const wanted = { packages: { 'node_modules/a-darwin': { version: '1.0.0', optional: true } } }
    expect(missingPackages(wanted, { packages: {} })).toEqual([])
  })
})

describe('the summary of npm test', () => {
  it('ends with the sum of both runners alone on a line', () => {
    const unit = vitestCounts({ numPassedTests: 10, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 }, 1)
    const e2e = playwrightCounts({ stats: { expected: 4, unexpected: 0, flaky: 1, skipped: 1 } }, 0)
    const summary = summaryOf([
      { name: 'types', seconds: 1, code: 0 },
      { name: 'unit', seconds: 2, code: 1, counts: unit },
      { name: 'e2e', seconds: 3, code: 0, counts: e2e },
    ])
    expect(summary.split('\n').at(-1)).toBe('15 passed, 1 failed, 4 skipped')
  })

  it('counts a run that failed without a failed test, such as a file that does not load', () => {
    expect(vitestCounts({ numPassedTests: 10, numFailedTests: 0 }, 1).failed).toBe(1)
    expect(playwrightCounts(undefined, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  })
})

describe('set-up', () => {
  it('says nothing on stdout, which belongs to the command that called it, and is quick when nothing is missing', async () => {
    const started = performance.now()
    const { stdout } = await promisify(execFile)(process.execPath, ['scripts/setup.mjs'])
    expect(stdout).toBe('')
    // 0.13 s on two idle cores; the rest is room for a busy machine.
    expect(performance.now() - started).toBeLessThan(5000)
  })
})

describe('the lock between processes', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'offhook-lock-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  /** Each process adds a line as it starts and as it ends; interleaved lines would mean that two ran at once. */
  const worker = (lock: string, log: string) => `
    const { withLock } = await import(${JSON.stringify(script('setup/lock.mjs'))})
    const { appendFileSync } = await import('node:fs')
    await withLock(${JSON.stringify(lock)}, async () => {
      appendFileSync(${JSON.stringify(log)}, 'in\\n')
      await new Promise((resolve) => setTimeout(resolve, 300))
      appendFileSync(${JSON.stringify(log)}, 'out\\n')
    })`

  it('lets one build at a time into a checkout', async () => {
    const [lock, log] = [join(folder, 'a.lock'), join(folder, 'a.log')]
    const run = () => promisify(execFile)(process.execPath, ['--input-type=module', '-e', worker(lock, log)])
    await Promise.all([run(), run(), run()])
    expect(readFileSync(log, 'utf8')).toBe('in\nout\n'.repeat(3))
  })

  it('is free again when the process that held it was killed', async () => {
    const [lock, log] = [join(folder, 'b.lock'), join(folder, 'b.log')]
    const { pid } = spawnSync(process.execPath, ['--version'])
    writeFileSync(lock, String(pid))
    await promisify(execFile)(process.execPath, ['--input-type=module', '-e', worker(lock, log)])
    expect(readFileSync(log, 'utf8')).toBe('in\nout\n')
  })
})

/** Looks where Node would: beside the package that wants it, then in every folder above. */
function isLocked(lock: LockFile, path: string, name: string): boolean {
  const folders = path.split('/node_modules/')
  return folders.some((_, depth) => {
    const above = folders.slice(0, folders.length - depth).join('/node_modules/')
    return `${above}/node_modules/${name}` in lock.packages || `node_modules/${name}` in lock.packages
  })
}
