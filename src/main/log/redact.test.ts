import { expect, it } from 'vitest'
import { AppError } from '../../shared/ipc/errors.ts'
import { redact, redactText } from './redact.ts'

const bag = "/mnt/share/2026-11-23 1042 Dana O'Neil/data"

// Would catch: whose archive it was that a share did not answer for, in a log that holds no names.
it.each([
  ["EIO: i/o error, lstat '", `${bag}/calls.csv'`, "EIO: i/o error, lstat '…'"],
  ["ENOENT: no such file or directory, copyfile '", `${bag}/a.wav' -> '${bag}/b.wav'`, "directory, copyfile '…'"],
  ["EISDIR: illegal operation on a directory, open '", "Dana O'Neil.wav'", "directory, open '…'"],
  ["ENOENT: no such file or directory, open '", "C:\\Users\\Dana\nO'Neil\\1.wav'", "directory, open '…'"],
  ["cannot read '", "\\\\nas\\Dana O'Neil' as JSON", "cannot read '…' as JSON"],
])('a path in quotes is left out: %s', (before, path, left) => {
  const text = redactText(`Error: ${before}${path}\n    at async lstat (node:internal/fs/promises:1035:18)`)
  expect(text).toContain(left)
  expect(text).toContain('\n    at async lstat (node:internal/fs/promises:1035:18)')
  expect(text).not.toMatch(/Dana|Neil|share/)
})

// Would catch: a damaged list of messages, of which the log tells who called.
it.each(['{"name": Dana Whitfield}', `[{"callerName":\nDana rang, and "Dana's number"}]`, 'Dana'])(
  'what JSON has in the wrong place is left out: %s',
  (json) => {
    const error = thrownBy(json)
    expect(error.message).toContain('Dana')
    const text = redact(error)
    expect(text).toMatch(/^SyntaxError: Unexpected token … is not valid JSON\n {4}at /)
    expect(text).not.toContain('Dana')
  },
)

function thrownBy(json: string): Error {
  try {
    JSON.parse(json)
  } catch (error) {
    return error as Error
  }
  throw new Error('It is JSON')
}

it('other quotes stay', () => {
  const text = "Cannot read properties of undefined (reading 'length')"
  expect(redactText(text)).toBe(text)
})

it('a number is left out as the files of an archive have it', () => {
  expect(redactText('0001 2026-11-02 14.05 +1 212 555 0134.wav')).toBe('0001 2026-11-02 14.05 +…34.wav')
  expect(redactText('2026-11-02T14:05:00+01:00')).toBe('2026-11-02T14:05:00+01:00')
})

// Would catch: our own sentences, which name the folder of an archive, or of whom a run is.
it('an error of ours is its code', () => {
  const error = new AppError('FILE_PROBLEM', 'The archive folder 2026-11-23 1042 Dana Whitfield cannot be read (EIO).')
  expect(redact({ error })).toEqual({ error: 'FILE_PROBLEM' })
})
