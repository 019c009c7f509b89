import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'

const source = join('tests', 'faults', 'shim', 'faults.c')
const library = resolve('out', 'faults', 'faults.so')

/** What a fault is, as the environment of a process under the shim; faults.c says what each means. */
export type Fault = {
  under: readonly string[]
  log?: string
  at?: readonly number[]
  does?: 'kill' | 'stop' | 'once' | 'always'
  errno?: 'ENOSPC' | 'EDQUOT' | 'EIO' | 'EACCES' | 'ESTALE' | 'ENOTCONN' | 'ENOENT'
  drop?: { below: readonly string[]; what: 'everything' | 'folders' }
}

const numbers = { ENOENT: 2, EIO: 5, EACCES: 13, ENOSPC: 28, ENOTCONN: 107, EDQUOT: 122, ESTALE: 116 } as const
let run = 0

/** Builds the library that is loaded before libc. Null, with the reason, where it cannot be built or loaded. */
export function buildShim(): { library: string } | { lacks: string } {
  if (process.platform !== 'linux') return { lacks: 'Linux' }
  try {
    execFileSync('cc', ['--version'], { stdio: 'ignore' })
  } catch {
    return { lacks: 'a C compiler' }
  }
  if (!existsSync(library) || statSync(library).mtimeMs < statSync(source).mtimeMs) {
    mkdirSync(resolve('out', 'faults'), { recursive: true })
    const own = `${library}.${process.pid}`
    execFileSync('cc', ['-O2', '-shared', '-fPIC', '-o', own, source, '-ldl'])
    renameSync(own, library)
  }
  return { library }
}

/** null takes a variable away. Each call begins to count anew. */
export function environmentOf({ under, log, at, does, errno, drop }: Fault): Record<string, string | null> {
  run += 1
  return {
    FAULT_RUN: `${process.pid}.${run}`,
    FAULT_UNDER: under.join(':'),
    FAULT_LOG: log ?? null,
    FAULT_AT: at === undefined ? null : at.join(','),
    FAULT_DO: does ?? null,
    FAULT_ERRNO: errno === undefined ? null : String(numbers[errno]),
    FAULT_DROP: drop?.below.join(':') ?? null,
    FAULT_DROP_WHAT: drop?.what ?? null,
  }
}
