import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createFileLogger } from './fileLogger.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'offhook-log-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function written(): string {
  return readFileSync(join(folder, 'logs', 'main.log'), 'utf8')
}

// A log that is sent along with a question must not carry who called whom.
it('writes no numbers, addresses, secrets or message content', () => {
  const log = createFileLogger(folder)
  log.error('call from +12125550134 failed', {
    callerName: 'Priya Raman',
    nested: { approval: 'abc123', transcript: 'Please call me', note: 'to dana@example.com' },
    path: join(homedir(), 'Documents'),
    count: 3,
  })
  const text = written()
  for (const secret of ['2125550134', 'Priya', 'abc123', 'Please', 'dana@', homedir()])
    expect(text).not.toContain(secret)
  expect(text).toContain('+…34')
  expect(text).toContain('…@example.com')
  expect(text).toContain('"count":3')
})

it('writes one line an entry, with the time in UTC and the level', () => {
  const log = createFileLogger(folder)
  log.info('started')
  log.warn('two\nlines', { stack: 'a\nb' })
  expect(written().trimEnd().split('\n')).toHaveLength(2)
  expect(written()).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z info started\n/)
})

it('a log of two megabytes is kept beside the new one, and the one before it goes', () => {
  const logs = join(folder, 'logs')
  mkdirSync(logs)
  writeFileSync(join(logs, 'main.old.log'), 'the oldest')
  writeFileSync(join(logs, 'main.log'), 'x'.repeat(2 * 1024 * 1024 + 1))
  createFileLogger(folder).info('started')
  expect(written()).toMatch(/^\S+ info started\n$/)
  expect(readFileSync(join(logs, 'main.old.log'), 'utf8')).toMatch(/^x+$/)
})

// Would catch: a full disk that ends an archive because of a line in the log.
it('what cannot be written stops nothing', () => {
  writeFileSync(join(folder, 'logs'), 'no folder')
  expect(() => createFileLogger(folder).error('failed')).not.toThrow()
})

it('a log that cannot be put aside is written on', () => {
  const logs = join(folder, 'logs')
  mkdirSync(join(logs, 'main.old.log', 'in the way'), { recursive: true })
  writeFileSync(join(logs, 'main.log'), 'x'.repeat(2 * 1024 * 1024 + 1))
  createFileLogger(folder).info('started')
  expect(written()).toMatch(/ info started\n$/)
})
