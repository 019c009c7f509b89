import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compilePattern, guessPattern, timeOf } from '../../src/main/features/imports/voicemail/folder/pattern.ts'
import { readTime } from '../../src/main/features/imports/voicemail/folder/times.ts'
import { wavOf } from '../support/audio.ts'
import { testFolder } from '../support/folder.ts'
import { openImports } from '../support/importData.ts'

const wav = (seconds: number, fill = 0): Buffer => wavOf({ tag: 1, seconds, fill })
const messages = `SELECT extension_number, caller_name, caller_number, received_at, seconds, is_read, is_urgent, transcript
  FROM voicemail_message JOIN extension ON extension.id = extension_id ORDER BY received_at`

describe('a folder of audio with a CSV', () => {
  const table = [
    'Mailbox;Caller ID;Received;Recording;Heard;Text',
    "1001;'+12125550134;2026-11-02T14:05:00Z;a.wav;no;Call me",
    '1001;+4930123456;1793800000;sub\\b.wav;yes;',
    '2002;;not a time;c.wav;;',
    '1001;;;missing.wav;;',
  ].join('\r\n')

  function folderWithTable(): string {
    const folder = testFolder()
    mkdirSync(join(folder, 'sub'))
    writeFileSync(join(folder, 'a.wav'), wav(1))
    writeFileSync(join(folder, 'sub', 'b.wav'), wav(2))
    writeFileSync(join(folder, 'c.wav'), wav(3))
    writeFileSync(join(folder, 'stray.wav'), wav(4))
    writeFileSync(join(folder, 'list.csv'), `\uFEFF${table}`)
    return join(folder, 'list.csv')
  }

  it('guesses the columns, which can be chosen otherwise, and names each row that cannot be imported', async () => {
    const { imports, rows } = await openImports()
    const path = folderWithTable()
    const { fields } = await imports.previewVoicemail({ from: 'csv', path })
    const guessed = Object.fromEntries(fields.map(({ key, value }) => [key, value]))
    expect(guessed).toMatchObject({
      'column.file': 'Recording',
      'column.extension': 'Mailbox',
      'column.callerNumber': 'Caller ID',
      'column.time': 'Received',
      'column.read': 'Heard',
      'column.transcript': 'Text',
    })
    const result = await imports.voicemail({ from: 'csv', path, answers: { 'column.transcript': '' } })
    expect(result).toMatchObject({ imported: 3, skipped: 1, unreadable: 1 })
    expect(result.problems.map(({ reason }) => reason).join(' ')).toContain('missing.wav is not beside the CSV')
    expect(rows(messages)).toContainEqual(
      expect.objectContaining({
        caller_number: '+12125550134',
        received_at: '2026-11-02T14:05:00.000Z',
        is_read: 0,
        transcript: null,
      }),
    )
  })

  // Would catch: the folder taken for recordings without anything beside them, of which nothing is known then.
  it('is the folder as well as the CSV in it', async () => {
    const { imports } = await openImports()
    const path = folderWithTable()
    writeFileSync(join(dirname(path), 'people.csv'), 'name,site\nDana,New York\n')
    expect((await imports.detect(dirname(path)))[0]).toBe('csv')
    expect(await imports.voicemail({ from: 'csv', path: dirname(path) })).toMatchObject({ imported: 3, unreadable: 1 })
    expect(await imports.previewVoicemail({ from: 'csv', path })).toMatchObject({ alreadyHere: 3 })
    writeFileSync(join(dirname(path), 'older.csv'), table)
    expect(await imports.detect(dirname(path))).toEqual(['folder'])
    await expect(imports.previewVoicemail({ from: 'csv', path: dirname(path) })).rejects.toThrow(
      'has 2 CSV files (list.csv, older.csv). Choose the one that is meant.',
    )
    await expect(imports.previewVoicemail({ from: 'csv', path: join(dirname(path), 'sub') })).rejects.toThrow(
      'There is no CSV file in the folder',
    )
    await expect(imports.previewVoicemail({ from: 'csv', path: join(dirname(path), 'gone') })).rejects.toMatchObject({
      code: 'FILE_PROBLEM',
      message: 'gone cannot be read (ENOENT). Check that it is there and may be read, then try again.',
    })
  })

  const received = 'SELECT received_at FROM voicemail_message ORDER BY caller_number'
  const local = (month: number, day: number): string => new Date(2026, month - 1, day, 14, 5).toISOString()

  function folderWithTimes(times: readonly string[]): string {
    const folder = testFolder()
    times.forEach((_, index) => writeFileSync(join(folder, `${index}.wav`), wav(1, index)))
    const lines = times.map((time, index) => `${index}.wav,1001,${index},"${time}"`)
    writeFileSync(join(folder, 'list.csv'), ['file,extension,caller,"time\n(local)"', ...lines].join('\n'))
    return join(folder, 'list.csv')
  }
  const answers = { 'column.time': 'time\n(local)' }

  it('reads dates with the day first or the month first as the whole column shows', async () => {
    for (const [times, expected] of [
      [
        ['02/11/2026 14:05', '25/10/2026 14:05'],
        [local(11, 2), local(10, 25)],
      ],
      [
        ['11/02/2026 2:05 PM', '10/25/2026 2:05 PM'],
        [local(11, 2), local(10, 25)],
      ],
    ] as const) {
      const { imports, rows } = await openImports()
      const path = folderWithTimes(times)
      // As it was kept from another file.
      const kept = { ...answers, dates: 'month first' }
      expect(await imports.voicemail({ from: 'csv', path, answers: kept })).toMatchObject({ imported: 2, guessed: 0 })
      expect(rows(received).map((row) => row['received_at'])).toEqual(expected)
    }
  })

  it('does not guess at a date that could be two, and takes the order that is said', async () => {
    const { imports, rows } = await openImports()
    const path = folderWithTimes(['02/11/2026 14:05'])
    const preview = await imports.previewVoicemail({ from: 'csv', path, answers })
    expect(preview.problems[0]?.reason).toContain('could be two dates')
    expect(preview.fields).toContainEqual(expect.objectContaining({ key: 'dates', value: '' }))
    await imports.voicemail({ from: 'csv', path, answers: { ...answers, dates: 'day first' } })
    expect(rows(received)).toEqual([{ received_at: local(11, 2) }])
  })

  it.each([
    ['Latin-1', Buffer.from(table.replace('Call me', 'Call René'), 'latin1'), 'Save it as "CSV UTF-8"'],
    [
      'with an open quote',
      Buffer.from(table.replace('Call me', '"Call me')),
      'begins in line 2 has quotes that do not',
    ],
  ])('that is %s is refused with what to do', async (_, bytes, sentence) => {
    const { imports } = await openImports()
    const path = folderWithTable()
    writeFileSync(path, bytes)
    const refused = { code: 'IMPORT_REJECTED', message: expect.stringContaining(sentence) as string }
    await expect(imports.previewVoicemail({ from: 'csv', path })).rejects.toMatchObject(refused)
    await expect(imports.voicemail({ from: 'csv', path })).rejects.toMatchObject(refused)
  })
})

describe('a folder of audio alone', () => {
  it('takes extension, caller and time from the names, by a pattern that can be tried', async () => {
    const { imports, rows } = await openImports()
    const folder = testFolder()
    mkdirSync(join(folder, '1001'))
    writeFileSync(join(folder, '1001', '+12125550134_20261102_140500.wav'), wav(1))
    writeFileSync(join(folder, '1001', 'anonymous_2026-11-03_09-00-00.wav'), wav(2))
    writeFileSync(join(folder, '1001', 'holiday greeting.wav'), wav(3))
    writeFileSync(join(folder, '1001', '+12125550135_20261103_140500.wma'), Buffer.alloc(100, 0x30))
    writeFileSync(join(folder, 'readme.txt'), 'Recordings')
    const preview = await imports.previewVoicemail({ from: 'folder', path: folder })
    expect(preview.fields[0]).toMatchObject({ key: 'pattern', value: '{extension}/{caller}_{date}_{time}' })
    expect(preview).toMatchObject({ messages: 2, skipped: 1, unreadable: 1, problemCount: 3 })
    expect(preview.problems.map(({ file }) => file)).toEqual([
      '1001/+12125550135_20261103_140500.wma',
      '1001/holiday greeting.wav',
      '*.txt',
    ])
    const tried = await imports.previewVoicemail({
      from: 'folder',
      path: folder,
      answers: { pattern: '{extension}/{any}' },
    })
    expect(tried).toMatchObject({ messages: 3, found: 4, skipped: 0, unreadable: 1 })
    await expect(
      imports.previewVoicemail({ from: 'folder', path: folder, answers: { pattern: 'no names' } }),
    ).rejects.toMatchObject({ code: 'IMPORT_REJECTED' })
    await imports.voicemail({ from: 'folder', path: folder })
    expect(rows(messages).map((row) => row['caller_number'])).toEqual(['+12125550134', ''])
  })

  it.each([
    ['20261102 140509', new Date(2026, 10, 2, 14, 5, 9)],
    ['2026-11-02T14:05:09Z', new Date('2026-11-02T14:05:09Z')],
    ['1793628309', new Date(1_793_628_309_000)],
    ['2026-02-31 10:00', null],
    ['2.11.2026 14:05', new Date(2026, 10, 2, 14, 5)],
    ['2/11/2026 14:05', null],
    ['2026-11-02 02:05 PM', new Date(2026, 10, 2, 14, 5)],
    ['2026-11-02 14:05:00+01', new Date('2026-11-02T13:05:00Z')],
    ['Nov 2, 2026 2:05 PM', new Date(2026, 10, 2, 14, 5)],
    ['Mailbox 12', null],
    ['1', null],
    ['yesterday', null],
    ['', null],
    ['1601-01-01', null],
  ])('reads the time %j', (text, expected) => {
    expect(readTime(text, new Date('2026-11-23T10:00:00Z'))).toEqual(expected)
  })

  it('a pattern is not a way to hang the import', () => {
    expect(compilePattern('{name}{any}{any}x')).toBeNull()
    const read = compilePattern('{name}{any}x')
    const started = performance.now()
    read!('a'.repeat(500))
    expect(performance.now() - started).toBeLessThan(1000)
    expect(compilePattern('{caller}_{caller}')).toBeNull()
    expect(guessPattern(['a', 'b'])).toBe('{any}')
    expect(timeOf({ date: '20261102' })).toEqual(new Date(2026, 10, 2))
  })
})
