import { execFileSync, spawn, type ChildProcess, type StdioOptions } from 'node:child_process'
import { join } from 'node:path'
import { runCli } from '../../src/main/cli/runCli.ts'

export type CliResult = { code: number; out: string; err: string }
type Given = { input?: string; signal?: AbortSignal; env?: Readonly<Record<string, string>> }

/** Runs a command in this process, on real data folders. */
export async function cli(
  args: readonly string[],
  { input = '', signal = new AbortController().signal, env = {} }: Given = {},
): Promise<CliResult> {
  let out = ''
  let err = ''
  const code = await runCli(args, {
    stdout: (text) => (out += text),
    stderr: (text) => (err += text),
    stdin: (async function* () {
      yield Buffer.from(input)
    })(),
    env,
    signal,
    version: '0.0.0',
    resourcesFolder: join(process.cwd(), 'resources'),
  })
  return { code, out, err }
}

/** What --json printed: one object a line. */
export function jsonLines(out: string): Record<string, unknown>[] {
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
}

/** Builds what users start, when a source has changed since. */
export function buildCli(): void {
  execFileSync(
    process.execPath,
    ['--input-type=module', '-e', "import { build } from './scripts/build.mjs'; await build()"],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  )
}

/** Starts the built command line as a process of its own. */
export function spawnCli(
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  stdio: StdioOptions = 'pipe',
): ChildProcess {
  return spawn(process.execPath, [join('out', 'main', 'cli.js'), ...args], { env: { ...process.env, ...env }, stdio })
}

/** Collects what a process says until it ends. */
export async function ended(child: ChildProcess): Promise<CliResult> {
  let out = ''
  let err = ''
  child.stdout?.on('data', (bytes: Buffer) => (out += bytes.toString()))
  child.stderr?.on('data', (bytes: Buffer) => (err += bytes.toString()))
  const code = await new Promise<number>((resolve) => child.once('close', (exit) => resolve(exit ?? -1)))
  return { code, out, err }
}
