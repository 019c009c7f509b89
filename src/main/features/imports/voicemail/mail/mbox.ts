import { createReadStream } from 'node:fs'
import { followMail } from './endOfMail.ts'

/** A mail larger than this is left out; the others of its box are read. */
const mostBytes = 64 * 1024 * 1024
const newline = 0x0a
const from = Buffer.from('From ')
const quotedFrom = /^>+From /
/** Who sent it, and when, in whatever order of day and zone. */
const dated = /^From \S+\s.*\b\d{1,2}:\d{2}\b.*\b\d{4}\b/
const header = /^[!-9;-~]+:/

export type BoxedMail = { bytes: Buffer } | { tooLarge: true }

/**
 * The mails of an mbox file (RFC 4155), one at a time: each begins with a line "From …" after an empty line, which some
 * programs leave out. Lines that were quoted because they look like it lose one ">" (mboxrd).
 */
export async function* readMbox(path: string): AsyncGenerator<BoxedMail> {
  let lines: Buffer[] = []
  let size = 0
  let afterEmpty = true
  let end = followMail()
  const mail = (): BoxedMail => (size > mostBytes ? { tooLarge: true } : { bytes: Buffer.concat(lines) })
  for await (const { line, next } of withNext(linesOf(path))) {
    if (afterEmpty ? begins(line, next) : end.mayBeHere() && beginsForSure(line, next)) {
      if (size > 0) yield mail()
      lines = []
      size = 0
      end = followMail()
    } else {
      end.take(line)
      size += line.length
      if (size <= mostBytes) lines.push(unquoted(line))
      else lines = []
    }
    afterEmpty = line.length <= 2 && line.toString('latin1').trim() === ''
  }
  if (size > 0) yield mail()
}

/**
 * Programs that quote nothing leave such lines in the words of a mail, too: one that has no time begins a mail only where a
 * header follows it.
 */
function begins(line: Buffer, next: Buffer | null): boolean {
  if (!line.subarray(0, from.length).equals(from)) return false
  return dated.test(beginningOf(line)) || (next !== null && header.test(beginningOf(next)))
}

/** Without an empty line before it, a line that has a time begins a mail only where a header follows. */
function beginsForSure(line: Buffer, next: Buffer | null): boolean {
  return begins(line, next) && dated.test(beginningOf(line)) && next !== null && header.test(beginningOf(next))
}

function beginningOf(line: Buffer): string {
  return line.subarray(0, 256).toString('latin1')
}

async function* withNext(lines: AsyncIterable<Buffer>): AsyncGenerator<{ line: Buffer; next: Buffer | null }> {
  let line: Buffer | null = null
  for await (const next of lines) {
    if (line !== null) yield { line, next }
    line = next
  }
  if (line !== null) yield { line, next: null }
}

function unquoted(line: Buffer): Buffer {
  return line[0] === 0x3e && quotedFrom.test(line.subarray(0, 32).toString('latin1')) ? line.subarray(1) : line
}

/** Lines with their ends; a line without an end is given out in parts when it grows beyond a mail. */
async function* linesOf(path: string): AsyncGenerator<Buffer> {
  let rest: Buffer[] = []
  let restSize = 0
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
    let start = 0
    for (let end = chunk.indexOf(newline); end !== -1; end = chunk.indexOf(newline, start)) {
      const part = chunk.subarray(start, end + 1)
      yield restSize === 0 ? part : Buffer.concat([...rest, part])
      rest = []
      restSize = 0
      start = end + 1
    }
    if (start === chunk.length) continue
    // A copy: the stream may use its memory again.
    rest.push(Buffer.from(chunk.subarray(start)))
    restSize += chunk.length - start
    if (restSize <= mostBytes) continue
    yield Buffer.concat(rest)
    rest = []
    restSize = 0
  }
  if (restSize > 0) yield Buffer.concat(rest)
}
