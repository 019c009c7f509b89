import { voicemailId, type VoicemailId } from '../../../shared/ids.ts'
import { AppError } from '../../../shared/ipc/errors.ts'
import { maximalMessages } from '../../../shared/offboarding/request.ts'
import type { Services } from '../../services.ts'
import { voicemailFilter } from '../../../shared/voicemail/model.ts'
import { textOption } from '../arguments.ts'
import { readText } from '../choicesFile.ts'
import type { Command, CommandInput } from '../command.ts'
import { planDetails, planOptions, planOrRun } from '../planOrRun.ts'

export const archiveSave: Command = {
  name: 'archive save',
  summary: 'Saves voicemail messages into an archive with proof, without offboarding anybody.',
  takes: [],
  permission: 'offboard',
  options: {
    extension: { type: 'string' },
    messages: { type: 'string' },
    archive: { type: 'string' },
    ...planOptions,
  },
  details: [
    '--extension N    all messages of an extension, also of a free one',
    '--messages FILE|-  ids of messages of any extensions, one a line, as voicemail list --json has them',
    '--archive DIR    the folder in which the archive is made',
    ...planDetails,
    'Ctrl+C pauses the run; run resume ID continues it.',
  ],
  run: (input) =>
    planOrRun(input, async (services) => ({ kind: 'messages', messageIds: await chosen(input, services) })),
}

async function chosen({ io, options }: CommandInput, services: Services): Promise<VoicemailId[]> {
  const [extension, source] = [textOption(options, 'extension'), textOption(options, 'messages')]
  if ((extension === undefined) === (source === undefined))
    throw new AppError('VALIDATION_FAILED', 'Name either --extension N or --messages FILE. See: archive save --help')
  const ids = source === undefined ? await idsOn(services, extension!) : idsIn(await readText(source, io.stdin))
  if (ids.length === 0) throw new AppError('VALIDATION_FAILED', 'There is no message to save.')
  if (ids.length > maximalMessages)
    throw new AppError('VALIDATION_FAILED', `At most ${maximalMessages} messages are saved at once, not ${ids.length}.`)
  return ids
}

async function idsOn({ extensions, voicemail }: Services, extension: string): Promise<VoicemailId[]> {
  const { row } = await extensions.show(extensions.find(extension))
  const filter = voicemailFilter.parse({ extension: row.extensionNumber })
  const { pages } = await voicemail.all({ filter, sort: 'received', descending: false })
  return [...pages].flat().map(({ id }) => id)
}

function idsIn(text: string): VoicemailId[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim())
  return lines.filter((line) => line !== '').map(idOf)
}

function idOf(line: string): VoicemailId {
  const parsed = voicemailId.safeParse(line)
  if (parsed.success) return parsed.data
  throw new AppError('VALIDATION_FAILED', `"${line.slice(0, 80)}" is no id of a message. Give one id a line.`)
}
