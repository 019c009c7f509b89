import { execFileSync, spawnSync } from 'node:child_process'

/** Whether a program that is measured beside ours is installed; says how to get it when it is not. */
export function hasPeer(program: string): boolean {
  if (spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0) return true
  process.stderr.write(`${program} is not installed, so it is not measured. On Debian: apt-get install ${program}\n`)
  return false
}

/** Runs a program quietly and answers its seconds. */
export function secondsOf(program: string, args: readonly string[], cwd?: string): number {
  const started = performance.now()
  execFileSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'], ...(cwd === undefined ? {} : { cwd }) })
  return (performance.now() - started) / 1000
}

/** Lets the disk finish what it owes, so that nobody pays for the one before. */
export function settleDisk(): void {
  execFileSync('sync')
}
