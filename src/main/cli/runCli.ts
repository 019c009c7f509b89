import { AppError, toFailure } from '../../shared/ipc/errors.ts'
import { toDatabaseProblem } from '../db/databaseErrors.ts'
import { createFileLogger } from '../log/fileLogger.ts'
import type { Services } from '../services.ts'
import { parseCommandLine, textOption, unknownCommand } from './arguments.ts'
import type { CommandInput } from './command.ts'
import { commands } from './commands.ts'
import { badInput, done, exitCodeOf } from './exitCodes.ts'
import { commandHelp, generalHelp } from './help.ts'
import { identify } from './identify.ts'
import type { CliIo } from './io.ts'
import { dataFolderOf, openFolder } from './openFolder.ts'
import { createOutput, type Output } from './output.ts'

/** Runs one command and answers its exit code; never throws, and says every error in one sentence on stderr. */
export async function runCli(argv: readonly string[], io: CliIo): Promise<number> {
  const output = createOutput(io, argv.includes('--json'))
  const dataFolder = dataFolderOf(argv, io.env)
  const opened: Services[] = []
  const failed = (error: unknown): number => report(stoppedOr(error, io.signal), dataFolder, output.say)
  let code = await runCommand(argv, io, { output, dataFolder, opened }).catch(failed)
  for (const services of opened) {
    const closed = await services.close().then(() => done, failed)
    if (code === done) code = closed
  }
  return code
}

type Run = { output: Output; dataFolder: string; opened: Services[] }

async function runCommand(argv: readonly string[], io: CliIo, { output, dataFolder, opened }: Run): Promise<number> {
  const { command, asked, args, options } = parseCommandLine(argv, commands)
  if (command === null) {
    if (options['help'] !== true && asked !== '') throw unknownCommand(asked, commands)
    if (options['version'] === true) {
      io.stdout(`${io.version}\n`)
      return done
    }
    io.stdout(generalHelp(commands, io.version))
    return options['help'] === true ? done : badInput
  }
  if (options['help'] === true) {
    io.stdout(commandHelp(command))
    return done
  }
  const open: CommandInput['open'] = async (how) => {
    const services = await openFolder(io, dataFolder, createFileLogger(dataFolder), how)
    opened.push(services)
    await identify(services, { permission: command.permission, as: textOption(options, 'as'), env: io.env })
    return services
  }
  return command.run({ io, output, args, options, dataFolder, open })
}

/** Work that throws the signal's own reason was stopped by Ctrl+C. */
function stoppedOr(error: unknown, signal: AbortSignal): unknown {
  return signal.aborted && error === signal.reason ? new AppError('CANCELLED', 'Stopped. Nothing was changed.') : error
}

function report(error: unknown, dataFolder: string, say: (text: string) => void): number {
  if (!(error instanceof AppError))
    createFileLogger(dataFolder).error('a command failed', {
      error: String(error),
      stack: error instanceof Error ? error.stack : '',
    })
  const { code, message } = toFailure(toDatabaseProblem(error)).error
  say(message)
  return exitCodeOf(code)
}
