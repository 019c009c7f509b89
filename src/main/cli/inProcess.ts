import process from 'node:process'
import { askSecret } from './askSecret.ts'
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
  // A reader that has read enough, such as head, closes the pipe.
  process.stdout.on('error', () => process.exit(0))
  return runCli(argv, {
    stdout: (text) => void process.stdout.write(text),
    stderr: (text) => void process.stderr.write(text),
    stdin: process.stdin,
    env: process.env,
    askSecret,
    signal: control.signal,
    ...places,
  })
}
