import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import type { CliResult } from './cli.ts'
import { environmentOf, type Fault } from './faultShim.ts'

const mark = 'the command has ended with'

/** A process that takes commands, with or without the shim. */
export type Driver = {
  readonly pid: number
  /** heard: what was printed so far, while it runs. */
  run(argv: readonly string[], fault?: Fault, heard?: (out: string) => void): Promise<CliResult>
  close(): void
}

/**
 * Starts a process for many commands; one that is killed under a command answers -1 for it. The next one is started at
 * once, so that it is ready when it is needed.
 */
export function startDriver(library: string | null): Driver {
  let child = start(library)
  return {
    get pid() {
      return child.pid!
    },
    run: async (argv, fault, heard) => {
      const result = await ask(child, argv, fault, heard)
      if (child.exitCode !== null || child.signalCode !== null) child = start(library)
      return result
    },
    close: () => void child.kill('SIGKILL'),
  }
}

function start(library: string | null): ChildProcess {
  const preload = library === null ? {} : { LD_PRELOAD: library }
  return spawn(process.execPath, [join('tests', 'faults', 'driver.mjs'), mark], { env: { ...process.env, ...preload } })
}

function ask(
  child: ChildProcess,
  argv: readonly string[],
  fault: Fault | undefined,
  heard: ((out: string) => void) | undefined,
): Promise<CliResult> {
  return new Promise((settle) => {
    let out = ''
    let err = ''
    const ending = new RegExp(`\\n${mark} (\\d+)\\n$`)
    const look = (): void => {
      const [ended, complained] = [ending.exec(out), ending.exec(err)]
      if (ended !== null && complained !== null)
        end(Number(ended[1]), out.slice(0, ended.index), err.slice(0, complained.index))
    }
    const listen = (bytes: Buffer): void => {
      out += bytes.toString()
      heard?.(out)
      look()
    }
    const complain = (bytes: Buffer): void => {
      err += bytes.toString()
      look()
    }
    const die = (): void => end(-1, out, err)
    const end = (code: number, said: string, complaint: string): void => {
      child.stdout!.off('data', listen)
      child.stderr!.off('data', complain)
      child.off('close', die)
      settle({ code, out: said, err: complaint })
    }
    child.stdout!.on('data', listen)
    child.stderr!.on('data', complain)
    child.on('close', die)
    const env = fault === undefined ? {} : environmentOf(fault)
    child.stdin!.write(`${JSON.stringify({ argv, env })}\n`)
  })
}
