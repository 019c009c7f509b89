import { plausibleTime } from '../plausibleTime.ts'
import { readParts } from './attached.ts'
import { boundaryIn } from './endOfMail.ts'
import { htmlText } from './htmlText.ts'

/** A mail as far as a voicemail needs it. */
export type Letter = {
  /** By their name in lower case; of several with one name the first. */
  headers: ReadonlyMap<string, string>
  /** Addresses that it was sent to, in lower case: those first in whose mailbox a server put it. */
  to: readonly string[]
  senderName: string
  subject: string
  sentAt: Date | null
  /** The words of the mail; made when they are wanted, because a mailbox is full of mail without a recording. */
  readText(): string
  messageId: string | null
  /** What a Maildir says of it: S for seen, T for deleted; '' elsewhere. */
  flags: string
  /** Its end is missing, and with it perhaps a part of the last recording. */
  torn: boolean
  /** note: what is not certain about the bytes. */
  attachments: readonly { name: string; type: string; bytes: Uint8Array; note: string | null }[]
}

/** Reads a mail (RFC 5322 with MIME). Null when it is none. */
export async function readLetter(bytes: Uint8Array): Promise<Letter | null> {
  try {
    const { mail, decode } = await readParts(bytes)
    if (!mail.headers.some(({ key, value }) => /^[!-9;-~]+$/.test(key) && value !== '')) return null
    const headers = headersOf(mail.headers.map(({ key, value }) => [key, value]))
    return {
      headers,
      to: addressesOf(
        [...(mail.to ?? []), ...(mail.cc ?? [])],
        [headers.get('delivered-to') ?? '', headers.get('x-original-to') ?? ''],
      ),
      senderName: mail.from?.name ?? '',
      subject: mail.subject ?? '',
      sentAt: timeOf(headers, mail.date),
      readText: () => mail.text ?? htmlText(mail.html ?? ''),
      messageId: mail.messageId?.trim() || null,
      flags: '',
      torn: isTorn(bytes, headers.get('content-type') ?? ''),
      attachments: mail.attachments.map(({ filename, mimeType, content }) => ({
        name: filename ?? '',
        type: mimeType.toLowerCase(),
        ...(decode(content) ?? { bytes: asWritten(content), note: null }),
      })),
    }
  } catch {
    return null
  }
}

/** What was attached as a text of the parser's own, such as a meeting. */
function asWritten(content: string | ArrayBuffer | Uint8Array): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content, 'utf8') : new Uint8Array(content)
}

/** Two hyphens follow the boundary behind the last part (RFC 2046, 5.1.1); a mail that broke off on its way has none. */
function isTorn(bytes: Uint8Array, contentType: string): boolean {
  const boundary = boundaryIn(contentType)
  return boundary !== null && !Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(`--${boundary}--`)
}

/** The first of each name stands: later ones were added by servers on the way before. */
export function headersOf(all: readonly (readonly [name: string, value: string])[]): Map<string, string> {
  const headers = new Map<string, string>()
  for (const [name, value] of all) if (!headers.has(name.toLowerCase())) headers.set(name.toLowerCase(), value.trim())
  return headers
}

/** When a mail was sent, or came in where it does not say that in a way that can be read: Asterisk writes months in its locale. */
export function timeOf(headers: ReadonlyMap<string, string>, sent: string | undefined): Date | null {
  const received = headers.get('received') ?? ''
  return dateOf(sent) ?? dateOf(received.slice(received.lastIndexOf(';') + 1))
}

function dateOf(text: string | undefined): Date | null {
  const at = Date.parse(text ?? '')
  return Number.isNaN(at) ? null : plausibleTime(new Date(at))
}

type Party = { address?: string | undefined; group?: readonly { address: string }[] | undefined }

function addressesOf(parties: readonly Party[], delivered: readonly string[]): string[] {
  const listed = parties.flatMap(({ address, group }) => [address ?? '', ...(group ?? []).map((one) => one.address)])
  const all = [...delivered, ...listed].map((address) => address.trim().replaceAll(/^<|>$/g, '').toLowerCase())
  return [...new Set(all.filter((address) => address.includes('@')))]
}
