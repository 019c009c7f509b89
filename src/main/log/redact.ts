import { homedir } from 'node:os'
import { AppError } from '../../shared/ipc/errors.ts'

const secretKeys = /password|passcode|secret|token|pin$|approval|authorization|cookie/i
const contentKeys = /transcript|caller|subject|body/i
/** With spaces, too, as the files of an archive have them. */
const phoneNumbers = /\+\d(?: ?\d){3,14}\b/g
/** As Node tells of files, from the first quote to the last before the stack: an apostrophe in a name ends nothing. */
const quotedPaths = /(?:(?<=, \w+ )'|'(?=[\\/]|[a-z]:[\\/]))(?:(?!\n {4}at )[^])*'/gi
/** V8 quotes what stands around the sign that is wrong. */
const quotedJson = /Unexpected token (?:(?!\n {4}at )[^])* is not valid JSON/g
const mailAddresses = /[^\s@"'<>]+@([^\s@"'<>]+\.[a-z]{2,})/gi

/**
 * What of a value may stand in the log file: no secrets, no content of messages, phone numbers by their last two
 * digits, mail addresses by their domain, the home folder as ~; errors of ours by their code, those of the system without
 * the path, those of V8 without the JSON, because all of them may name whom an archive or a message is of.
 */
export function redact(value: unknown, key = ''): unknown {
  if (secretKeys.test(key) || contentKeys.test(key)) return '[removed]'
  if (typeof value === 'string') return redactText(value)
  if (Array.isArray(value)) return value.slice(0, 100).map((item) => redact(item))
  if (value instanceof AppError) return value.code
  if (value instanceof Error) return redactText(value.stack ?? value.message)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, redact(part, name)]))
}

export function redactText(text: string): string {
  return text
    .replaceAll(quotedPaths, "'…'")
    .replaceAll(quotedJson, 'Unexpected token … is not valid JSON')
    .replaceAll(phoneNumbers, (number) => `+…${number.slice(-2)}`)
    .replaceAll(mailAddresses, '…@$1')
    .replaceAll(homedir(), '~')
}
