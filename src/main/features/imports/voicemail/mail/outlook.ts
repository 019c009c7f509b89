import MsgReaderModule from '@kenjiuno/msgreader'
import { headersOf, timeOf, type Letter } from './letter.ts'

// The package is CommonJS: where it is not bundled, its class stands one level deeper.
const wrapped: { default?: typeof MsgReaderModule } = MsgReaderModule as never
const MsgReader = wrapped.default ?? MsgReaderModule

/** Reads a mail that Outlook saved as .msg (MS-OXMSG). Null when it is none. */
export function readOutlook(bytes: Uint8Array): Letter | null {
  try {
    const memory = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
    const reader = new MsgReader(memory)
    reader.parserConfig = { includeRawProps: true }
    const data = reader.getFileData()
    if (data.dataType !== 'msg') return null
    const headers = headersOf([...headerLines(data.headers ?? ''), ...voiceLines(data.rawProps ?? [])])
    const recipients = (data.recipients ?? []).map(({ smtpAddress, email }) => smtpAddress ?? email ?? '')
    return {
      headers,
      to: addressesIn([...recipients, headers.get('to') ?? '']),
      senderName: data.senderName ?? '',
      subject: data.subject ?? '',
      sentAt: timeOf(headers, headers.get('date') ?? data.messageDeliveryTime ?? data.clientSubmitTime),
      readText: () => data.body ?? '',
      messageId: headers.get('message-id') ?? data.messageId ?? null,
      flags: '',
      torn: false,
      attachments: (data.attachments ?? []).map((one) => {
        const { fileName, content } = reader.getAttachment(one)
        return { name: fileName, type: one.attachMimeTag?.toLowerCase() ?? '', bytes: content, note: null }
      }),
    }
  } catch {
    return null
  }
}

/** What Exchange keeps of a voicemail (MS-OXPROPS), and the headers that it is in a mail that left it (MS-OXCMAIL). */
const voiceHeaders: Readonly<Record<string, string>> = {
  '6801': 'X-VoiceMessageDuration',
  '6802': 'X-CallingTelephoneNumber',
  '6803': 'X-VoiceMessageSenderName',
}

/** A mail that never left Exchange has no headers; its properties say the same. */
function voiceLines(properties: readonly { propertyTag?: string | undefined; value?: unknown }[]): [string, string][] {
  return properties.flatMap(({ propertyTag = '', value }) => {
    const name = voiceHeaders[propertyTag.slice(0, 4)]
    const said = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
    return name === undefined || said === '' ? [] : [[name, said] as [string, string]]
  })
}

/** Recipients of the own company have an address that is none of the internet: then the header names them. */
function addressesIn(texts: readonly string[]): string[] {
  return texts.flatMap((text) => text.toLowerCase().match(/[^\s<>",;:]+@[^\s<>",;:]+/g) ?? [])
}

/** Header lines as the transport wrote them; a line that begins with white space goes on with the one before. */
function headerLines(text: string): [string, string][] {
  return text
    .replaceAll(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .flatMap((line) => {
      const colon = line.indexOf(':')
      return colon > 0 ? [[line.slice(0, colon), line.slice(colon + 1)] as [string, string]] : []
    })
}
