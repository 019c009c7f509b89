import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll } from 'vitest'
import { buildCli, type CliResult } from './cli.ts'
import { startDriver, type Driver } from './faultDriver.ts'
import { newPlace, offboardCommand, smallDemo, type Leaver, type Place } from './faultRun.ts'
import { buildShim, type Fault } from './faultShim.ts'

const shim = buildShim()
/** Why the tests of a file are skipped here; empty when they are not. */
export const lacking = 'lacks' in shim ? ` (skipped: needs ${shim.lacks})` : ''

export function shimLibrary(): string {
  return 'lacks' in shim ? '' : shim.library
}

export type Call = { at: number; op: string; path: string }
export type FaultBench = { own: string; company: string; faulty: Driver; sound: Driver }

/** A folder of the file's own, the demo company in it, and a process under the shim beside one without it. */
export function faultBench(): FaultBench {
  const bench = {} as FaultBench
  beforeAll(async () => {
    if ('lacks' in shim) return
    buildCli()
    bench.own = mkdtempSync(join(tmpdir(), 'offhook-faults-'))
    bench.company = join(bench.own, 'company')
    bench.faulty = startDriver(shim.library)
    bench.sound = startDriver(null)
    await bench.sound.run([...smallDemo, '--data', bench.company])
  }, 120_000)
  afterAll(() => {
    if ('lacks' in shim) return
    bench.faulty.close()
    bench.sound.close()
    rmSync(bench.own, { recursive: true, force: true })
  })
  return bench
}

/** Every call of an undisturbed run that changes the disk, in order. */
export async function callsOf({ company, faulty }: FaultBench, leaver: Leaver): Promise<Call[]> {
  const place = newPlace(company)
  const log = join(place.archives, '..', 'calls')
  const { code, err } = await faulty.run(offboardCommand(place, leaver), { under: [place.data, place.archives], log })
  if (code !== 0) throw new Error(err)
  return readCalls(log)
}

export function readCalls(log: string): Call[] {
  return readFileSync(log, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [at = '', op = '', ...path] = line.split(' ')
      return { at: Number(at), op, path: path.join(' ') }
    })
}

type Stop = { place: Place; at: readonly number[]; drop?: NonNullable<Fault['drop']> }

/** Stops the process at each of the calls, does something meanwhile, and lets it go on. */
export async function stopped(
  { faulty, own }: FaultBench,
  argv: readonly string[],
  { place, at, drop }: Stop,
  meanwhile: (out: string) => void | Promise<void>,
): Promise<CliResult> {
  let out = ''
  const under = [place.data, place.archives]
  // Two points may be so near to each other that the process is never seen running between them: its calls are counted.
  const log = join(own, 'stops')
  rmSync(log, { force: true })
  let calls = 0
  const fault: Fault = { under, log, at, does: 'stop', ...(drop === undefined ? {} : { drop }) }
  const running = faulty.run(argv, fault, (heard) => void (out = heard))
  const { pid } = faulty
  const ended = running.then(() => true)
  while (!(await Promise.race([ended, sleep(2, false)]))) {
    if (!isStopped(pid) || readCalls(log).length === calls) continue
    // What it printed before it stopped is still on its way through the pipe.
    await sleep(10)
    calls = readCalls(log).length
    await meanwhile(out)
    process.kill(pid, 'SIGCONT')
  }
  return running
}

/** The state of a process is the letter after its name in parentheses. */
function isStopped(pid: number): boolean {
  const status = readFileSync(`/proc/${pid}/stat`, 'latin1')
  return status.slice(status.lastIndexOf(')') + 2)[0] === 'T'
}
