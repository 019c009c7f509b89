import { closeSync, openSync, readSync } from 'node:fs'
import { extname } from 'node:path'
import { readStable } from '../stableRead.ts'
import { readLetter, type Letter } from './letter.ts'
import { isInMaildir, maildirFlags } from './maildir.ts'
import { readMbox } from './mbox.ts'
import { readOutlook } from './outlook.ts'

/** A mail, or why there is none: a sentence. name: of its file, with its place in that. */
export type Read = { name: string; letter: Letter | { reason: string } }

const mailEndings: ReadonlySet<string> = new Set(['.eml', '.emlx', '.msg', '.mbox'])
/** What a compound file begins with, as Outlook saves a mail. */
const compound = Buffer.from('d0cf11e0', 'hex')
/** Mail in mail in mail: deeper than people forward. */
const deepest = 5

/** Whether a file holds mail: by its place in a Maildir, by its ending, or without one by its beginning, as Thunderbird and Apple Mail keep an mbox. */
export function isMail(path: string): boolean {
  const ending = extname(path).toLowerCase()
  return isInMaildir(path) || mailEndings.has(ending) || (ending === '' && beginningOf(path) === 'From ')
}

/** The mails of a file, with those that were forwarded in them as they came. */
export async function* lettersOf({ name, path }: { name: string; path: string }): AsyncGenerator<Read> {
  const ending = extname(path).toLowerCase()
  const maildir = isInMaildir(path)
  if (!maildir && (ending === '.mbox' || ending === '')) {
    yield* lettersOfBox(name, path)
    return
  }
  const read = readStable(path)
  if ('reason' in read) yield { name, letter: read }
  else {
    const bytes = ending === '.emlx' ? withoutLength(read.bytes) : read.bytes
    yield* withForwarded(name, bytes, maildir ? maildirFlags(path) : '')
  }
}

/** Whether an attachment holds all others of its mail, in a way that only Outlook reads (TNEF). */
export function isPacked({ name, type }: Letter['attachments'][number]): boolean {
  return /^application\/(?:vnd\.)?ms-tnef$/.test(type) || name.toLowerCase() === 'winmail.dat'
}

/** Whether an attachment is a mail that was forwarded whole. */
export function isForwarded({ name, type }: Letter['attachments'][number]): boolean {
  return type === 'message/rfc822' || /\.(?:eml|msg)$/i.test(name)
}

async function* lettersOfBox(name: string, path: string): AsyncGenerator<Read> {
  let count = 0
  for await (const boxed of readMbox(path)) {
    count += 1
    const place = `${name} #${count}`
    if ('tooLarge' in boxed) yield { name: place, letter: { reason: 'It is larger than 64 MB.' } }
    else yield* withForwarded(place, boxed.bytes)
  }
}

async function* withForwarded(name: string, bytes: Uint8Array, flags = '', depth = 0): AsyncGenerator<Read> {
  const isOutlook = compound.equals(bytes.subarray(0, compound.length))
  const letter = isOutlook ? readOutlook(bytes) : await readLetter(bytes)
  yield { name, letter: letter === null ? { reason: 'It is no mail, or damaged.' } : { ...letter, flags } }
  if (letter === null || depth === deepest) return
  for (const attached of letter.attachments.filter(isForwarded))
    yield* withForwarded(`${name}: ${attached.name || 'mail'}`, attached.bytes, '', depth + 1)
}

/** Apple Mail writes the length of a mail into a line before it; its own notes, which come behind, are in nobody's way. */
function withoutLength(bytes: Buffer): Buffer {
  const end = bytes.indexOf('\n')
  const length = Number(bytes.toString('latin1', 0, Math.max(0, end)).trim())
  return Number.isInteger(length) && length > 0 ? bytes.subarray(end + 1, end + 1 + length) : bytes
}

function beginningOf(path: string): string {
  const bytes = Buffer.alloc(5)
  try {
    const fd = openSync(path, 'r')
    try {
      return bytes.toString('latin1', 0, readSync(fd, bytes, 0, bytes.length, 0))
    } finally {
      closeSync(fd)
    }
  } catch {
    return ''
  }
}
