import {
  voicemailSourceKind,
  type ImportProblem,
  type PreviewedMailbox,
  type SourceAnswers,
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
      output.value(preview, () => table(preview.mailboxes.map(mailboxLine)))
      if (!output.json) for (const { key, label, value } of preview.fields) output.say(`${key} (${label}): ${value}`)
      tell(output, io.stderr, preview, imports.problemsFile)
      return done
    }
    const result = await imports.voicemail(request)
    const { imported, alreadyHere, repaired, greetings, skipped, unreadable, extensionsCreated } = result
    output.value(
      result,
      () =>
        `${imported} messages and ${greetings} greetings imported, ${alreadyHere} messages were here already, ${repaired} damaged recordings repaired, ${skipped} left out, ${unreadable} not readable\n`,
    )
    if (!output.json && extensionsCreated.length > 0)
      output.say(`Free extensions created: ${extensionsCreated.join(', ')}`)
    tell(output, io.stderr, result, imports.problemsFile)
    return done
  },
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

type Told = { skipped: number; unreadable: number; guessed: number; problems: readonly ImportProblem[] }

function tell(output: Output, stderr: (text: string) => void, told: Told, problemsFile: string): void {
  if (output.json) return
  const { problems } = told
  if (problems.length > 0) stderr(table(problems.map(({ outcome, file, reason }) => [outcome, file, reason])))
  const more = told.skipped + told.unreadable + told.guessed - problems.length
  if (more > 0) stderr(`… and ${more} more in ${problemsFile}\n`)
}
