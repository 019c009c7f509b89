import { voicemailSourceKind } from '../../../shared/imports/contract.ts'
import { AppError } from '../../../shared/ipc/errors.ts'
import { textOption } from '../arguments.ts'
import type { Command } from '../command.ts'
import { done } from '../exitCodes.ts'
import { table, type Output } from '../output.ts'

type Left = readonly { file: string; reason: string }[]

export const importVoicemail: Command = {
  name: 'import voicemail',
  summary: 'Imports voicemail from the spool of another phone system; the spool is not changed.',
  takes: ['PATH'],
  permission: 'importData',
  options: { from: { type: 'string' }, preview: { type: 'boolean' } },
  details: [
    '--from KIND  asterisk (FreePBX too): PATH is the spool, its voicemail folder, a context, or one mailbox',
    '--preview    only reads the spool',
  ],
  run: async ({ io, output, args, options, open }) => {
    const from = voicemailSourceKind.safeParse(textOption(options, 'from'))
    if (!from.success)
      throw new AppError(
        'VALIDATION_FAILED',
        `--from KIND is missing or not known. Known kinds: ${voicemailSourceKind.options.join(', ')}`,
      )
    const { imports } = await open({ mayCreate: true })
    const request = { from: from.data, path: args[0]!, signal: io.signal }
    if (options['preview'] === true) {
      const preview = await imports.previewVoicemail(request)
      output.value(preview, () =>
        table(
          preview.mailboxes.map((one) => [
            `${one.context}/${one.mailbox}`,
            one.messages,
            one.known ? '' : 'new extension',
          ]),
        ),
      )
      tell(output, io.stderr, preview)
      return done
    }
    const result = await imports.voicemail(request)
    output.value(
      result,
      () =>
        `${result.imported} messages imported, ${result.alreadyHere} were here already, ${result.skipped.length} left out, ${result.unreadable.length} not readable\n`,
    )
    if (!output.json && result.extensionsCreated.length > 0)
      output.say(`Free extensions created: ${result.extensionsCreated.join(', ')}`)
    tell(output, io.stderr, result)
    return done
  },
}

function tell(
  output: Output,
  stderr: (text: string) => void,
  { skipped, unreadable, notes }: { skipped: Left; unreadable: Left; notes: Left },
): void {
  if (output.json) return
  for (const list of [skipped, unreadable, notes])
    if (list.length > 0) stderr(table(list.map((one) => [one.file, one.reason])))
}
