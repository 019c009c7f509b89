import type { SourceAnswers, SourceField } from '../../../../../shared/imports/contract.ts'

/** What a row can say of a message, and the headers that usually mean it (compared without case, blanks and signs). */
const columns = {
  file: { label: 'Audio file', usual: ['file', 'filename', 'filepath', 'path', 'audio', 'recording', 'audiofile'] },
  extension: { label: 'Extension', usual: ['extension', 'ext', 'mailbox', 'voicemailbox', 'callee', 'to', 'user'] },
  callerNumber: {
    label: 'Caller number',
    usual: ['callernumber', 'callerid', 'caller', 'from', 'number', 'calleridnumber', 'phonenumber', 'ani'],
  },
  callerName: { label: 'Caller name', usual: ['callername', 'calleridname', 'name', 'fromname'] },
  time: {
    label: 'Time',
    usual: [
      'time',
      'datetime',
      'date',
      'received',
      'receivedat',
      'timestamp',
      'created',
      'createdepoch',
      'origtime',
      'when',
      'calltime',
      'calldate',
      'callstart',
      'receivedon',
      'receivedtime',
      'starttime',
      'startedat',
      'createdat',
    ],
  },
  seconds: { label: 'Length in seconds', usual: ['seconds', 'duration', 'length', 'messagelength', 'durationseconds'] },
  folder: { label: 'Folder', usual: ['folder', 'status', 'mailboxfolder'] },
  read: { label: 'Heard', usual: ['read', 'heard', 'listened', 'isread'] },
  transcript: { label: 'Transcript', usual: ['transcript', 'transcription', 'text', 'messagetranscription'] },
} as const
export type Column = keyof typeof columns
const names = Object.keys(columns) as Column[]

/** The header of the file for each column; '' where none is it. */
export type Mapping = { readonly [C in Column]: string }

/** What was chosen, and what the headers suggest for the rest; a header serves once. */
export function mapColumns(headers: readonly string[], answers: SourceAnswers): Mapping {
  const taken = new Set<string>()
  const entries = names.map((name) => {
    const chosen = answers[`column.${name}`]
    const header = chosen === undefined ? suggested(headers, name, taken) : headers.includes(chosen) ? chosen : ''
    if (header !== '') taken.add(header)
    return [name, header] as const
  })
  return Object.fromEntries(entries) as Mapping
}

function suggested(headers: readonly string[], name: Column, taken: ReadonlySet<string>): string {
  for (const usual of columns[name].usual) {
    const header = headers.find((one) => !taken.has(one) && plain(one) === usual)
    if (header !== undefined) return header
  }
  return ''
}

function plain(header: string): string {
  return header.toLowerCase().replaceAll(/[^a-z\d]/g, '')
}

export function columnFields(headers: readonly string[], mapping: Mapping): SourceField[] {
  return names.map((name) => ({
    key: `column.${name}`,
    label: columns[name].label,
    value: mapping[name],
    choices: ['', ...headers],
    none: 'Not in the source',
  }))
}
