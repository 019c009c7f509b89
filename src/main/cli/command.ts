import type { ParseArgsConfig } from 'node:util'
import type { Emit } from '../../shared/ipc/contract.ts'
import type { Permission } from '../../shared/operators/permissions.ts'
import type { Services } from '../services.ts'
import type { CliIo } from './io.ts'
import type { Output } from './output.ts'

export type OptionKinds = NonNullable<ParseArgsConfig['options']>
export type Options = Readonly<Record<string, string | boolean | readonly string[] | undefined>>

export type CommandInput = {
  io: CliIo
  output: Output
  /** Positional arguments, as many as the command takes. */
  args: readonly string[]
  options: Options
  dataFolder: string
  /** Opens the data folder; it is closed when the command has ended. */
  open(how?: { mayCreate?: boolean; emit?: Emit }): Promise<Services>
}

/** One command: what its help says, what it takes, and what it does. Answers the exit code. */
export type Command = {
  name: string
  summary: string
  /** Names of the positional arguments, all of them needed. */
  takes: readonly string[]
  /** What whoever opens the data folder must be allowed to do. */
  permission: Permission
  options: OptionKinds
  /** A line for each option, and whatever else help should say. */
  details: readonly string[]
  run(input: CommandInput): Promise<number>
}

export const globalOptions = {
  data: { type: 'string' },
  json: { type: 'boolean' },
  as: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies OptionKinds
