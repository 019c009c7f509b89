import { basename, dirname, join, normalize, sep } from 'node:path'
import { plainCell } from '../../../../files/csvText.ts'
import { walkFolder } from '../../../../files/walkFolder.ts'
import { readCsv } from '../../users/csvRows.ts'
import { isAudio } from '../audioEndings.ts'
import { notRead } from '../leftOut.ts'
import type { Left, SourceItem, SourceMessage, VoicemailSource } from '../source.ts'
import { readStable } from '../stableRead.ts'
import { columnFields, mapColumns, type Mapping } from './columns.ts'
import { dateOrderField, dateOrderOf, guessDateOrder, type DateOrder } from './dateOrder.ts'
import { headersOf, namesAudio, tableIn, tolerance } from './tableIn.ts'
import { readTime } from './times.ts'

/** A table with a row a message, and the audio files that it names; the folder that both lie in says the same. */
export const audioCsv: VoicemailSource = {
  kind: 'csv',
  detect: async (path) => {
    const table = await tableIn(path).catch(() => null)
    return table !== null && (await namesAudio(table))
  },
  open: async (chosen, { answers }) => {
    const path = await tableIn(chosen)
    const headers = await headersOf(path)
    const mapping = mapColumns(headers, answers)
    const extension = (answers['extension'] ?? '').trim()
    // An answer is kept for the next file, which may be of another country: what the column shows comes first.
    const order = (await guessDateOrder(cellsOf(path, mapping.time))) ?? dateOrderOf(answers['dates'])
    return {
      listed: null,
      fields: [
        ...columnFields(headers, mapping),
        dateOrderField(order),
        { key: 'extension', label: 'Extension where the row has none', value: extension, choices: null },
      ],
      items: () => itemsOf(path, { mapping, order, extension }),
      close: async () => undefined,
    }
  },
}

async function* cellsOf(path: string, header: string): AsyncGenerator<string> {
  if (header !== '') for await (const { record } of rowsOf(path)) yield record[header] ?? ''
}

type Told = { mapping: Mapping; order: DateOrder | null; extension: string }

async function* itemsOf(path: string, told: Told): AsyncGenerator<SourceItem> {
  const { mapping } = told
  // Not thrown: the preview has the fields in which the column is chosen.
  if (mapping.file === '') {
    yield {
      kind: 'unreadable',
      file: basename(path),
      reason: 'No column names the audio files. Choose it.',
      messages: 0,
    }
    return
  }
  const folder = dirname(path)
  const { files, unread } = await walkFolder(folder)
  for (const one of notRead(unread)) yield { kind: 'unreadable', ...one }
  const named = new Set<string>()
  const find = findFiles(files)
  for await (const { record, line } of rowsOf(path)) {
    const found = find(record[mapping.file] ?? '')
    const place = `line ${line}`
    if ('reason' in found) yield { kind: 'unreadable', file: place, reason: found.reason, messages: 1 }
    else {
      named.add(found.name)
      yield { kind: 'message', message: toMessage(found.name, { ...told, record, folder, place }) }
    }
  }
  const others = [...files].filter((name) => isAudio(name) && !named.has(name)).length
  if (others > 0)
    yield {
      kind: 'skipped',
      file: basename(path),
      reason: `${others === 1 ? 'One audio file beside it stands' : `${others} audio files beside it stand`} in no row.`,
      messages: others,
    }
}

type Row = { record: Record<string, string>; line: number }

/** The rows by the names of their columns. Throws FILE_PROBLEM, IMPORT_REJECTED. */
async function* rowsOf(path: string): AsyncGenerator<Row> {
  let headers: string[] | null = null
  for await (const { rows } of readCsv(path, undefined, tolerance))
    for (const { line, cells } of rows) {
      if (headers === null) headers = cells.map((header) => header.trim())
      else yield { line, record: Object.fromEntries(headers.map((header, index) => [header, cells[index] ?? ''])) }
    }
}

/** Finds the file of a row: by its path from the CSV's folder, or by its name wherever it lies there, if only one has it. */
function findFiles(files: ReadonlySet<string>): (written: string) => { name: string } | Omit<Left, 'file'> {
  const byBase = new Map<string, string[]>()
  for (const name of files) byBase.set(basename(name), [...(byBase.get(basename(name)) ?? []), name])
  return (written) => {
    if (written.trim() === '') return { reason: 'The row names no audio file.' }
    const path = normalize(written.trim().replaceAll('\\', '/')).split(sep).join('/')
    if (files.has(path)) return { name: path }
    const base = basename(path)
    const same = byBase.get(base) ?? []
    if (same.length === 1) return { name: same[0]! }
    return same.length === 0
      ? { reason: `${base} is not beside the CSV, nor in a folder there.` }
      : { reason: `${base} lies there ${same.length} times. Write its folder into the row, too.` }
  }
}

type Given = Told & { record: Record<string, string>; folder: string; place: string }

function toMessage(name: string, { record, mapping, order, folder, extension, place }: Given): SourceMessage {
  const cell = (column: keyof Mapping): string =>
    mapping[column] === '' ? '' : plainCell((record[mapping[column]] ?? '').trim())
  const seconds = Number(cell('seconds'))
  const time = cell('time')
  const receivedAt = readTime(time, undefined, order)
  return {
    mailbox: {
      name: cell('extension') || extension || 'no extension',
      context: '',
      holder: '',
      email: emailOf(cell('extension')),
    },
    file: `${name} (${place})`,
    key: null,
    callerName: cell('callerName').slice(0, 200),
    callerNumber: cell('callerNumber').slice(0, 64),
    receivedAt,
    seconds: cell('seconds') !== '' && Number.isFinite(seconds) && seconds >= 0 ? seconds : null,
    folder: cell('folder').slice(0, 64) || 'INBOX',
    read: !/^(0|false|no|n|new|unread|unheard)$/i.test(cell('read')),
    urgent: false,
    transcript: cell('transcript') === '' ? null : cell('transcript').slice(0, 100_000),
    audio: [{ name: basename(name), read: () => readStable(join(folder, ...name.split('/'))) }],
    notes: time !== '' && receivedAt === null ? [whyNoTime(time.slice(0, 40), order)] : [],
  }
}

function whyNoTime(time: string, order: DateOrder | null): string {
  const twoDates = order === null && readTime(time, undefined, 'day first') !== null
  return twoDates
    ? `The time "${time}" could be two dates. Say at "Dates" whether the day or the month comes first.`
    : `The time "${time}" cannot be read.`
}

function emailOf(text: string): string {
  return text.includes('@') ? text : ''
}
