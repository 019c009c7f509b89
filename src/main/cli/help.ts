import type { Command } from './command.ts'
import { table } from './output.ts'

const everywhere = [
  ['--data DIR', 'the data folder; else OFFHOOK_DATA, else the one of the app'],
  ['--as NAME', 'the operator who acts, with the password in OFFHOOK_PASSWORD; needed for all but demo data'],
  ['--json', 'one JSON value, or one JSON object a line'],
  ['--help', 'what a command takes'],
] as const

const exits = 'Exit: 0 done, 1 failed, 2 usage or bad input, 3 blocked, 4 archive or audit not valid.\n'

/** All commands, a line each. */
export function generalHelp(commands: readonly Command[], version: string): string {
  const rows = commands.map((command) => [`  ${usage(command)}`, command.summary])
  return `Offhook ${version}: offboards phone users without losing a voicemail.\n\n${table(rows)}\n${options(['--version   the version alone'])}\n${exits}`
}

export function commandHelp(command: Command): string {
  const needed = usage(command)
  return `${needed}\n\n${command.summary}\n\n${options(command.details)}`
}

function usage({ name, takes }: Command): string {
  return [name, ...takes].join(' ')
}

function options(details: readonly string[]): string {
  const own = details.map((line) => `  ${line}\n`).join('')
  return `${own}${table(everywhere.map(([option, meaning]) => [`  ${option}`, meaning]))}`
}
