import { spawn, spawnSync } from 'node:child_process'
import process from 'node:process'

import { say } from './messages.mjs'

const HEARTBEAT_MS = 15_000

/**
 * Runs a command with its output on stderr, and says every 15 s that it still runs.
 * Resolves to the exit code; 1 when it could not be started or was killed through `signal`.
 */
export function run(label, command, args, options = {}) {
  const { quiet = false, ...spawnOptions } = options
  const child = spawn(command, args, { stdio: ['ignore', quiet ? 'ignore' : 2, 2], ...spawnOptions })
  const startedAt = Date.now()
  const heartbeat = setInterval(() => {
    say(`${label}: still running after ${Math.round((Date.now() - startedAt) / 1000)} s`)
  }, HEARTBEAT_MS)
  return new Promise((resolve) => {
    const settle = (code) => {
      clearInterval(heartbeat)
      resolve(code ?? 1)
    }
    child.on('error', (error) => {
      if (error.name !== 'AbortError') say(`${label}: ${error.message}`)
      settle(1)
    })
    child.on('close', settle)
  })
}

/** Runs npm, its output on stderr; see `run`. */
export function npm(label, args, options = {}) {
  const [command, ...before] = npmCommand()
  return run(label, command, [...before, ...args], {
    shell: command === 'npm' && process.platform === 'win32',
    ...options,
  })
}

/** Whether an npm command succeeds within the time, in milliseconds; says nothing. */
export function npmSucceeds(args, timeout) {
  const [command, ...before] = npmCommand()
  const shell = command === 'npm' && process.platform === 'win32'
  return outputOf(command, [...before, ...args], { timeout, shell, stdio: ['ignore', 'pipe', 'ignore'] }) !== undefined
}

/** The npm that started this script, so that no second version or shell is involved. */
function npmCommand() {
  const cli = process.env.npm_execpath
  return cli?.endsWith('.js') ? [process.execPath, cli] : ['npm']
}

/** The trimmed stdout of a short command, or undefined when it fails. */
export function outputOf(command, args, options = {}) {
  const result = spawnSync(command, args, { encoding: 'utf8', timeout: 30_000, ...options })
  return result.status === 0 ? result.stdout.trim() : undefined
}

/**
 * Runs a command as if it were this process: same terminal, its exit code (1 when a signal ended it, 130 after Ctrl-C).
 * Ctrl-C reaches both through the terminal: this process waits for the command, which may end in its own way.
 */
export async function become(command, args, options = {}) {
  const child = spawn(command, args, { stdio: 'inherit', ...options })
  const handlers = {
    SIGINT: () => {},
    SIGTERM: () => child.kill('SIGTERM'),
    SIGHUP: () => child.kill('SIGHUP'),
  }
  for (const [signal, handler] of Object.entries(handlers)) process.on(signal, handler)
  // By its own signal: Ctrl-C may be told to this process only after the end of the other.
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (ended, signal) => resolve(ended ?? (signal === 'SIGINT' ? 130 : 1)))
  })
  for (const [signal, handler] of Object.entries(handlers)) process.off(signal, handler)
  return code
}
