import {
  voicemailFilter,
  voicemailSort,
  type VoicemailFilter,
  type VoicemailRow,
} from '../../../shared/voicemail/model.ts'
import { AppError } from '../../../shared/ipc/errors.ts'
import type { Services } from '../../services.ts'
import { numberOption, periodOption, textOption } from '../arguments.ts'
import type { Command, Options } from '../command.ts'
import { done } from '../exitCodes.ts'
import { table } from '../output.ts'

export const voicemailList: Command = {
  name: 'voicemail list',
  summary: 'Lists the voicemail of all extensions, newest first.',
  takes: [],
  permission: 'listen',
  options: {
    search: { type: 'string' },
    caller: { type: 'string' },
    extension: { type: 'string' },
    'owner-then': { type: 'string' },
    'owner-now': { type: 'string' },
    free: { type: 'boolean' },
    folder: { type: 'string' },
    unread: { type: 'boolean' },
    format: { type: 'string' },
    from: { type: 'string' },
    until: { type: 'string' },
    sort: { type: 'string' },
    ascending: { type: 'boolean' },
    limit: { type: 'string' },
  },
  details: [
    '--search TEXT      words that occur in caller, number, extension, owners or transcript',
    "--caller TEXT      words that occur in the caller's name or number",
    '--extension N      the messages on this extension',
    '--owner-then USER  whose extension it was when the message came',
    '--owner-now USER   whose extension it is now',
    '--free             only on extensions that nobody has',
    '--folder NAME  --unread  --format FORMAT',
    '--from DAY  --until DAY  such as 2026-11-23, both included, as the mailbox counts days',
    `--sort ${voicemailSort.options.join('|')}  --ascending  --limit N`,
  ],
  run: async ({ io, output, options, open }) => {
    const services = await open()
    let left = numberOption(options, 'limit', 1, 1_000_000_000) ?? Number.POSITIVE_INFINITY
    const query = {
      filter: filterOf(options, services),
      sort: sortOf(options),
      descending: options['ascending'] !== true,
    }
    const { pages } = await services.voicemail.all(query)
    let listed = false
    for (const page of pages) {
      listed ||= page.length > 0
      const messages = page.slice(0, left)
      left -= messages.length
      for (const message of messages) output.line(message)
      if (!output.json) io.stdout(table(messages.map(readable)))
      if (left === 0) break
    }
    if (!listed) output.say('No voicemail matches.')
    return done
  },
}

function filterOf(options: Options, { directory, extensions }: Services): VoicemailFilter {
  const extension = textOption(options, 'extension')
  // An extension that does not exist is not one without voicemail.
  if (extension !== undefined) extensions.find(extension)
  const owner = (name: string) => {
    const key = textOption(options, name)
    return key === undefined ? {} : { [name === 'owner-then' ? 'ownerThen' : 'ownerNow']: directory.find(key) }
  }
  const texts = ['search', 'caller', 'extension', 'folder', 'format'].flatMap((name) => {
    const text = textOption(options, name)
    return text === undefined ? [] : [[name, text] as const]
  })
  const [from, until] = periodOption(options, 'until')
  const parsed = voicemailFilter.safeParse({
    from,
    until,
    ...Object.fromEntries(texts),
    ...owner('owner-then'),
    ...owner('owner-now'),
    ...(options['free'] === true && { free: true }),
    ...(options['unread'] === true && { unread: true }),
  })
  if (parsed.success) return parsed.data
  const wrong = String(parsed.error.issues[0]?.path[0] ?? '')
  throw new AppError(
    'VALIDATION_FAILED',
    `--${wrong} does not take "${textOption(options, wrong)}". See: voicemail list --help`,
  )
}

function sortOf(options: Options) {
  const parsed = voicemailSort.safeParse(options['sort'] ?? 'received')
  if (parsed.success) return parsed.data
  throw new AppError('VALIDATION_FAILED', `--sort takes one of: ${voicemailSort.options.join(', ')}.`)
}

function readable(message: VoicemailRow): (string | null)[] {
  const { receivedAt, extension, ownerThen, ownerNow, callerName, callerNumber, seconds, folder, read } = message
  return [
    receivedAt.slice(0, 16).replace('T', ' '),
    extension,
    ownerThen?.name ?? '-',
    ownerNow?.name ?? '-',
    `${callerName} ${callerNumber}`.trim(),
    `${Math.round(seconds)} s`,
    folder,
    read ? 'heard' : 'new',
  ]
}
