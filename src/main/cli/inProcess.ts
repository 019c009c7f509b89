import process from 'node:process'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { systemCode } from '../files/diskErrors.ts'
import { askSecret } from './askSecret.ts'
import { done, failed } from './exitCodes.ts'
import { runCli } from './runCli.ts'

export type InProcess = { argv: readonly string[]; version: string; resourcesFolder: string; threadsFolder: string }

/** Runs one command on this process's streams, signals and environment, and answers its exit code. */
export async function runInProcess({ argv, ...places }: InProcess): Promise<number> {
  const control = new AbortController()
  // The first Ctrl+C asks for an end at the next safe point, the second does not ask.
  process.once('SIGINT', () => {
    control.abort()
    process.once('SIGINT', () => process.exit(1))
  })
  process.once('SIGTERM', () => control.abort())
  const written = watchOutput()
  const code = await runCli(argv, {
    stdout: (text) => written.open() && process.stdout.write(text),
    stderr: (text) => void process.stderr.write(text),
    readerGone: () => !written.open(),
    stdin: process.stdin,
    env: process.env,
    askSecret,
    signal: control.signal,
    ...places,
  })
  await nextTurn()
  const problem = written.problem()
  if (problem !== null)
    process.stderr.write(`The output could not be written (${problem}). What is there is not whole.\n`)
  return code === done && problem !== null ? failed : code
}

/**
 * What becomes of stdout. A reader that has read enough, such as head, closes the pipe: the work goes on, a run above all,
 * and its exit code holds. Anything else leaves a list that is not whole: problem is the system's code for it.
 */
function watchOutput() {
  let stopped: string | null = null
  process.stdout.on('error', (error: Error) => void (stopped ??= systemCode(error) ?? error.message))
  // Nobody is left to be told.
  process.stderr.on('error', () => undefined)
  return { open: () => stopped === null, problem: () => (stopped === 'EPIPE' ? null : stopped) }
}
