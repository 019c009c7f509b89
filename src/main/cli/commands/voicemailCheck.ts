import { maximalMessages } from '../../../shared/offboarding/request.ts'
import { voicemailFilter } from '../../../shared/voicemail/model.ts'
import type { DamagedRecording } from '../../../shared/voicemail/recordings.ts'
import { AppError } from '../../../shared/ipc/errors.ts'
import type { VoicemailId } from '../../../shared/ids.ts'
import type { Services } from '../../services.ts'
import { textOption } from '../arguments.ts'
import type { Command } from '../command.ts'
import { done, notValid } from '../exitCodes.ts'
import { table } from '../output.ts'

export const voicemailCheck: Command = {
  name: 'voicemail check',
  summary: 'Reads the recordings of an extension again and compares them with what is listed.',
  takes: ['EXTENSION'],
  permission: 'offboard',
  options: { accept: { type: 'string' } },
  details: [
    '--accept REASON    what nothing can repair: changed recordings are kept as they are, messages without sound are taken out',
    'Importing again from where they came repairs recordings; try that first.',
  ],
  run: async ({ output, io, args, options, open }) => {
    const services = await open()
    const messages = await messagesOn(services, args[0]!)
    const reason = textOption(options, 'accept')
    if (reason !== undefined) {
      services.session.require('acceptDamage')
      if (reason.trim() === '') throw new AppError('VALIDATION_FAILED', '--accept takes the reason.')
      const accepted = await services.recordings.accept(messages, reason)
      output.value(accepted, () => `kept as changed: ${accepted.changed}, taken out: ${accepted.lost}\n`)
      return done
    }
    const checked = await services.recordings.check(messages)
    const { whole, changed, lost, damaged } = checked
    output.value(checked, () => `whole: ${whole}, changed: ${changed}, lost: ${lost}\n`)
    if (!output.json && damaged.length > 0) io.stdout(table(damaged.map(line)))
    return damaged.length === 0 ? done : notValid
  },
}

async function messagesOn({ voicemail }: Services, extension: string): Promise<VoicemailId[]> {
  const filter = voicemailFilter.safeParse({ extension })
  if (!filter.success) throw new AppError('VALIDATION_FAILED', `${extension} is not an extension number.`)
  const query = { filter: filter.data, sort: 'received', descending: false } as const
  const { total, messages } = await voicemail.chosen(query, { kind: 'allBut', messages: [] })
  if (total > maximalMessages)
    throw new AppError('VALIDATION_FAILED', `Extension ${extension} has more than ${maximalMessages} messages.`)
  return messages
}

function line({ receivedAt, callerName, callerNumber, seconds, damage }: DamagedRecording): string[] {
  const caller = `${callerName} ${callerNumber}`.trim()
  return [receivedAt.slice(0, 16).replace('T', ' '), caller, `${Math.round(seconds)} s`, damage]
}
