import {
  voicemailSourceKind,
  type ImportProblem,
  type PreviewedMailbox,
  type SourceAnswers,
  type VoicemailPreview,
} from '../../../shared/imports/contract.ts'
import { voicemailSources } from '../../../shared/imports/voicemailSources.ts'
import { AppError } from '../../../shared/ipc/errors.ts'
import { listOption, textOption } from '../arguments.ts'
import { requireInput } from '../choicesFile.ts'
import type { Command } from '../command.ts'
import { done } from '../exitCodes.ts'
import { table, type Output } from '../output.ts'

export const importVoicemail: Command = {
  name: 'import voicemail',
  summary: 'Imports voicemail of another phone system; the source is not changed.',
  takes: ['PATH'],
  permission: 'importData',
  options: { from: { type: 'string' }, preview: { type: 'boolean' }, set: { type: 'string', multiple: true } },
  details: [
    ...voicemailSources.map(({ kind, name, about }) => `--from ${kind.padEnd(12)} ${name}: ${about}`),
    '--preview           only reads the source, and tells what would be imported',
    '--set KEY=VALUE     answers a field of the source, which --preview lists; may be given several times',
  ],
  run: async ({ io, output, args, options, open }) => {
    const from = voicemailSourceKind.safeParse(textOption(options, 'from'))
    if (!from.success)
      throw new AppError(
        'VALIDATION_FAILED',
        `--from KIND is missing or not known. Known kinds: ${voicemailSourceKind.options.join(', ')}`,
      )
    await requireInput(args[0]!)
    const { imports } = await open({ mayCreate: true })
    const request = {
      from: from.data,
      path: args[0]!,
      answers: answersOf(listOption(options, 'set')),
      signal: io.signal,
    }
    if (options['preview'] === true) {
      const preview = await imports.previewVoicemail(request)
      output.value(preview, () => `${table(preview.mailboxes.map(mailboxLine))}${previewLine(preview)}\n`)
      if (!output.json) for (const { key, label, value } of preview.fields) output.say(`${key} (${label}): ${value}`)
      tell(output, io.stderr, preview, imports.problemsFile)
      return done
    }
    const result = await imports.voicemail(request)
    const { repaired, greetings, extensionsCreated } = result
    output.value(
      result,
      () =>
        `${counted(result, `${result.imported} imported`)}\n${greetings} greetings imported, ${repaired} damaged recordings repaired\n`,
    )
    if (!output.json && extensionsCreated.length > 0)
      output.say(`Free extensions created: ${extensionsCreated.join(', ')}`)
    tell(output, io.stderr, result, imports.problemsFile)
    return done
  },
}

type Counted = { found: number; alreadyHere: number; skipped: number; unreadable: number; unreadableFiles: number }

/** All of it in messages, which add up to what was found. */
function counted(counts: Counted, taken: string): string {
  const { found, alreadyHere, skipped, unreadable, unreadableFiles } = counts
  const others = unreadableFiles === 0 ? '' : `; other files not readable: ${unreadableFiles}`
  return `${found} messages found: ${taken}, ${alreadyHere} here already, ${skipped} left out, ${unreadable} not readable${others}`
}

function previewLine(preview: VoicemailPreview): string {
  return counted(preview, `${preview.messages - preview.alreadyHere} new`)
}

function mailboxLine({ context, mailbox, holder, messages, extension, known }: PreviewedMailbox): (string | number)[] {
  const place = context === '' ? mailbox : `${context}/${mailbox}`
  return [place, holder, messages, extension === null ? 'left out' : known ? '' : `new extension ${extension}`]
}

function answersOf(texts: readonly string[]): SourceAnswers {
  return Object.fromEntries(
    texts.map((text) => {
      const equals = text.indexOf('=')
      if (equals < 1) throw new AppError('VALIDATION_FAILED', `--set takes KEY=VALUE, not ${text}`)
      return [text.slice(0, equals), text.slice(equals + 1)]
    }),
  )
}

type Told = { problemCount: number; problems: readonly ImportProblem[] }

function tell(output: Output, stderr: (text: string) => void, told: Told, problemsFile: string): void {
  if (output.json) return
  const { problems, problemCount } = told
  if (problems.length > 0) stderr(table(problems.map(({ outcome, file, reason }) => [outcome, file, reason])))
  const more = problemCount - problems.length
  if (more > 0) stderr(`… and ${more} more in ${problemsFile}\n`)
}
