import { parseArgs } from 'node:util'
import { day } from '../../shared/ids.ts'
import { AppError } from '../../shared/ipc/errors.ts'
import { globalOptions, type Command, type OptionKinds, type Options } from './command.ts'
import { nearest } from './nearest.ts'

type Token = NonNullable<ReturnType<typeof parseArgs>['tokens']>[number]

export type Parsed = { command: Command | null; asked: string; args: string[]; options: Options }

/** Finds the command, one word or two, wherever the options stand, and parses what it takes. Throws VALIDATION_FAILED. */
export function parseCommandLine(argv: readonly string[], commands: readonly Command[]): Parsed {
  const words = positionals(argv, commands)
  const command =
    commands.find(({ name }) => name.split(' ').every((word, index) => words[index]?.value === word)) ?? null
  const asked = words.map((word) => word.value).join(' ')
  const named = command === null ? [] : words.slice(0, command.name.split(' ').length).map((word) => word.index)
  const rest = argv.filter((_, index) => !named.includes(index))
  if (command === null) return { command, asked, args: [], options: withoutCommand(argv) }
  const { values, positionals: args } = parsed(rest, command)
  return { command, asked, args, options: values }
}

const withoutCommand = (argv: readonly string[]): Options => ({
  help: argv.includes('--help') || argv.includes('-h'),
  version: argv.includes('--version'),
})

/** An unknown command, with the nearest known one. */
export function unknownCommand(asked: string, commands: readonly Command[]): AppError {
  const names = commands.map((command) => command.name)
  const [first = '', second = ''] = asked.split(' ')
  const group = names.filter((name) => name.startsWith(`${first} `))
  if (group.length > 0 && (second === '' || nearest(`${first} ${second}`, group) === null))
    return new AppError('VALIDATION_FAILED', `"${first}" needs one of: ${group.join(', ')}. See: ${group[0]} --help`)
  const near = nearest(`${first} ${second}`.trim(), names) ?? nearest(first, names)
  const hint = near === null ? 'See: --help' : `Did you mean: ${near}`
  return new AppError('VALIDATION_FAILED', `There is no command "${asked}". ${hint}`)
}

/** A whole number within bounds, or undefined when the option was not given. Throws VALIDATION_FAILED. */
export function numberOption(options: Options, name: string, least: number, most: number): number | undefined {
  const text = options[name]
  if (text === undefined) return undefined
  const value = typeof text === 'string' && /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN
  if (value >= least && value <= most) return value
  throw new AppError('VALIDATION_FAILED', `--${name} takes a whole number from ${least} to ${most}.`)
}

/**
 * The first and the last day of a period, each undefined when its option was not given; the first is --from. Throws
 * VALIDATION_FAILED, also when they run backwards: nothing would be found, and nobody would know why.
 */
export function periodOption(
  options: Options,
  last: 'to' | 'until',
): readonly [first: string | undefined, last: string | undefined] {
  const period = [dayOption(options, 'from'), dayOption(options, last)] as const
  const [first, end] = period
  if (first === undefined || end === undefined || first <= end) return period
  throw new AppError('VALIDATION_FAILED', `--from ${first} is after --${last} ${end}. Exchange them.`)
}

function dayOption(options: Options, name: string): string | undefined {
  const text = textOption(options, name)
  if (text === undefined || day.safeParse(text).success) return text
  throw new AppError('VALIDATION_FAILED', `--${name} takes a calendar day, for example 2026-11-23.`)
}

export function textOption(options: Options, name: string): string | undefined {
  const text = options[name]
  return typeof text === 'string' ? text : undefined
}

/** What an option that may be given several times was given. */
export function listOption(options: Options, name: string): readonly string[] {
  const texts = options[name]
  return typeof texts === 'object' ? texts : []
}

function positionals(argv: readonly string[], commands: readonly Command[]) {
  const options: OptionKinds = Object.fromEntries(
    [globalOptions, ...commands.map((command) => command.options)].flatMap((one) => Object.entries(one)),
  )
  const { tokens } = parseArgs({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true })
  return tokens.filter((token) => token.kind === 'positional')
}

function parsed(args: readonly string[], command: Command): { values: Options; positionals: string[] } {
  const see = `See: ${command.name} --help`
  const options: OptionKinds = { ...command.options, ...globalOptions }
  try {
    const {
      values,
      positionals: given,
      tokens,
    } = parseArgs({
      args: [...args],
      options,
      allowPositionals: true,
      tokens: true,
    })
    refuseDoubtful(tokens, options, command)
    if (values['help'] !== true && given.length !== command.takes.length) throw wrongCount(given, command)
    // No flag is given several times, so a list is one of texts.
    return { values: values as Options, positionals: given }
  } catch (error) {
    if (error instanceof AppError) throw error
    const text = error instanceof Error ? error.message : String(error)
    const reason = text.split(/[.?](?:\s|$)/)[0]
    throw new AppError('VALIDATION_FAILED', `${reason}. ${see}`, {}, { cause: error })
  }
}

/**
 * Of two values nobody knows which was meant, and an empty one is a variable of a script that was not set: as a path it
 * would be the folder that one happens to be in. Only a search for nothing finds everything.
 */
function refuseDoubtful(tokens: readonly Token[], options: OptionKinds, { name }: Command): void {
  const seen = new Set<string>()
  for (const token of tokens) {
    if (token.kind === 'positional' && token.value === '')
      throw new AppError('VALIDATION_FAILED', `An argument is empty. See: ${name} --help`)
    if (token.kind !== 'option' || token.value === undefined) continue
    if (token.value === '' && token.name !== 'search')
      throw new AppError('VALIDATION_FAILED', `${token.rawName} is empty. See: ${name} --help`)
    if (seen.has(token.name) && options[token.name]?.multiple !== true)
      throw new AppError('VALIDATION_FAILED', `${token.rawName} is given twice. See: ${name} --help`)
    seen.add(token.name)
  }
}

function wrongCount(given: readonly string[], command: Command): AppError {
  const missing = command.takes.slice(given.length)
  const reason =
    missing.length > 0
      ? `${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} missing`
      : `"${given[command.takes.length]}" is one argument too many`
  return new AppError('VALIDATION_FAILED', `${reason}. See: ${command.name} --help`)
}
