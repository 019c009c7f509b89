import { join, resolve } from 'node:path'
import { AppError } from '../../shared/ipc/errors.ts'
import { createPacker, type Packer } from '../archive/pack/inThread.ts'
import type { Packed, PackProgress } from '../archive/pack/packBag.ts'
import { readableBytes } from '../files/diskErrors.ts'
import { throttle } from '../throttle.ts'
import { textOption } from './arguments.ts'
import { createFileLogger } from '../log/fileLogger.ts'
import { clearUnfinished } from '../unfinished/clear.ts'
import type { CommandInput } from './command.ts'
import { done } from './exitCodes.ts'
import type { CliIo } from './io.ts'
import type { Output } from './output.ts'

/** Makes one file of an archive; passphrase seals it. Answers the exit code. */
export async function packCommand(input: CommandInput, passphrase: string | null): Promise<number> {
  const { output, options } = input
  const name = passphrase === null ? 'archive export' : 'archive seal'
  const to = resolve(requiredTarget(textOption(options, 'to'), name))
  const { file, files, bytes, sha256 } = await pack(input, { to, passphrase, replace: false })
  output.value(
    { type: 'result', file, files, bytes, sha256 },
    () => `${file}: ${files} files, ${readableBytes(bytes)}\n`,
  )
  return done
}

async function pack(
  { io, output, args, options, dataFolder, open }: CommandInput,
  target: { to: string; passphrase: string | null; replace: boolean },
): Promise<Packed> {
  const bag = resolve(args[0]!)
  const report = progressTeller<PackProgress>(output, { verifying: 'Verifying', packing: 'Packing' })
  const control = { signal: io.signal, report }
  if (options['data'] !== undefined) {
    const { archives, packing } = await open()
    const known = archives.findAt(bag)
    if (known !== null) return packing.pack(known.id, target, control)
  }
  const packer = await openPacker(io, dataFolder)
  return packer.pack({ bag, ...target }, control)
}

/** For archives that no data folder has to know; what one that was killed left half is removed first. */
export async function openPacker(io: CliIo, dataFolder: string): Promise<Packer> {
  await clearUnfinished({ dataFolder, log: createFileLogger(dataFolder), removeAudio: null })
  return createPacker(io.threadsFolder === undefined ? null : join(io.threadsFolder, 'packArchive.js'), dataFolder)
}

export function requiredTarget(to: string | undefined, command: string): string {
  if (to !== undefined && to !== '') return to
  throw new AppError('VALIDATION_FAILED', `--to is missing. See: ${command} --help`)
}

type Progress = { phase: string; done: number; total: number | null; bytes: number }

/** JSON lines with --json, else a line a tenth. */
export function progressTeller<P extends Progress>(
  output: Output,
  words: Readonly<Record<P['phase'], string>>,
): (progress: P) => void {
  let tenth = ''
  const lines = throttle<P>((progress) => output.line({ type: 'progress', ...progress }))
  return (progress) => {
    lines.report(progress)
    const { phase, done: count, total, bytes } = progress
    if (output.json || total === null || total === 0) return
    const next = `${phase} ${Math.floor((count * 10) / total)}`
    if (next !== tenth)
      output.say(`${words[phase as P['phase']]}: ${Math.floor((count * 100) / total)} % (${readableBytes(bytes)})`)
    tenth = next
  }
}
