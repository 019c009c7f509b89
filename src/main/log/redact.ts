import { homedir } from 'node:os'

const secretKeys = /password|passcode|secret|token|pin$|approval|authorization|cookie/i
const contentKeys = /transcript|caller|subject|body/i
const phoneNumbers = /\+\d{4,15}\b/g
const mailAddresses = /[^\s@"'<>]+@([^\s@"'<>]+\.[a-z]{2,})/gi

/**
 * What of a value may stand in the log file: no secrets, no content of messages, phone numbers by their last two
 * digits, mail addresses by their domain, the home folder as ~.
 */
export function redact(value: unknown, key = ''): unknown {
  if (secretKeys.test(key) || contentKeys.test(key)) return '[removed]'
  if (typeof value === 'string') return redactText(value)
  if (Array.isArray(value)) return value.slice(0, 100).map((item) => redact(item))
  if (value instanceof Error) return redactText(value.stack ?? value.message)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, redact(part, name)]))
}

export function redactText(text: string): string {
  return text
    .replaceAll(phoneNumbers, (number) => `+…${number.slice(-2)}`)
    .replaceAll(mailAddresses, '…@$1')
    .replaceAll(homedir(), '~')
}
