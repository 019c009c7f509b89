import { app } from 'electron'
import { join } from 'node:path'
import process from 'node:process'
import { resourcesFolderOf } from './folders.ts'

/** The words after --cli, or null when a window is wanted. */
export function commandWords(argv: readonly string[]): readonly string[] | null {
  const at = argv.indexOf('--cli')
  return at === -1 ? null : argv.slice(at + 1)
}

/** Runs a command in the app's binary without a window, and ends the process with its exit code. */
export async function runCommand(argv: readonly string[], out: string): Promise<void> {
  const { runInProcess } = await import('../cli/inProcess.ts')
  const code = await runInProcess({
    argv,
    version: app.getVersion(),
    resourcesFolder: resourcesFolderOf(out),
    threadsFolder: join(out, 'main'),
  })
  await Promise.all([process.stdout, process.stderr].map(flushed))
  app.exit(code)
}

/** Ending the process drops what a pipe has not taken yet. */
function flushed(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => stream.write('', () => resolve()))
}
