import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { eightByEight } from '../../src/main/features/imports/voicemail/eightByEight/source.ts'
import { ringcentral } from '../../src/main/features/imports/voicemail/ringcentral/source.ts'
import { openZip } from '../../src/main/files/readZip.ts'
import { mp3Frames, wavOf } from '../support/audio.ts'
import { testFolder } from '../support/folder.ts'
import { openImports } from '../support/importData.ts'
import { snapshot } from '../support/spool.ts'
import { rawZip, writeZip } from '../support/zips.ts'

const wav = (seconds: number, fill = 0): Buffer => wavOf({ tag: 1, seconds, fill })
const messages = `SELECT extension_number, caller_name, caller_number, received_at, folder, is_read, is_urgent, format, transcript
  FROM voicemail_message JOIN extension ON extension.id = extension_id ORDER BY received_at`

/** A message store report of two extensions in two zips, as RingCentral's documentation lays it out. */
async function ringcentralExport(): Promise<string> {
  const folder = testFolder()
  const store = (records: object[]): string =>
    JSON.stringify({ uri: 'https://example.invalid', records, paging: { page: 1 } })
  const record = (id: number, more: object = {}): object => ({
    id,
    type: 'VoiceMail',
    to: [{ name: 'Dana Whitfield', extensionNumber: '1001' }],
    from: { phoneNumber: '+12125550134', name: 'Ana Ruiz' },
    creationTime: '2026-11-02T14:05:00.000Z',
    readStatus: 'Unread',
    priority: 'High',
    availability: 'Alive',
    attachments: [
      { id: id * 10, type: 'AudioRecording', contentType: 'audio/mpeg', vmDuration: 3 },
      { id: id * 10 + 1, type: 'AudioTranscription', contentType: 'text/plain' },
    ],
    ...more,
  })
  const account = 'account/400/extension/401'
  await writeZip(join(folder, 'archive-0.zip'), {
    [`${account}/message-store.json`]: store([
      record(7001),
      record(7002, {
        creationTime: '2026-11-03T09:00:00.000Z',
        readStatus: 'Read',
        priority: 'Normal',
        availability: 'Deleted',
        attachments: [{ id: 70020, type: 'AudioRecording', contentType: 'audio/x-wav', vmDuration: 4 }],
      }),
      record(7003, { availability: 'Purged', attachments: [] }),
      record(7004, { creationTime: '2026-11-04T09:00:00.000Z' }),
      { id: 7005, type: 'Fax' },
      { nothing: true },
    ]),
    'account/400/extension/402/message-store.json': store([
      record(8001, {
        to: [{ name: 'Nobody Here', extensionNumber: '2002' }],
        creationTime: '2026-11-05T08:00:00.000Z',
      }),
    ]),
  })
  await writeZip(join(folder, 'archive-1.zip'), {
    [`${account}/message-store/content/7001`]: mp3Frames(42),
    [`${account}/message-store/content/70011.txt`]: 'Please call me back about the invoice.',
    [`${account}/message-store/content/7002`]: wav(4),
    'account/400/extension/402/message-store/content/80010': mp3Frames(42),
  })
  return folder
}

describe('a RingCentral account export', () => {
  it('gives each message its caller, time, state and transcript, and says what has no audio', async () => {
    const { imports, rows } = await openImports()
    const folder = await ringcentralExport()
    const before = snapshot(folder)
    const preview = await imports.previewVoicemail({ from: 'ringcentral', path: folder })
    expect(preview.mailboxes.map(({ mailbox, extension, known }) => [mailbox, extension, known])).toEqual([
      ['1001', '1001', true],
      ['2002', '2002', false],
    ])
    expect(rows('SELECT count(*) AS n FROM voicemail_message')).toEqual([{ n: 0 }])
    const result = await imports.voicemail({ from: 'ringcentral', path: folder })
    expect(result).toMatchObject({ imported: 3, skipped: 1, extensionsCreated: ['2002'] })
    expect(result.problems.map(({ file }) => file).toSorted()).toEqual([
      'account/400/extension/401/message-store.json',
      'extension/401/7003',
      'extension/401/7004',
    ])
    expect(rows(messages)).toEqual([
      {
        extension_number: '1001',
        caller_name: 'Ana Ruiz',
        caller_number: '+12125550134',
        received_at: '2026-11-02T14:05:00.000Z',
        folder: 'INBOX',
        is_read: 0,
        is_urgent: 1,
        format: 'mp3',
        transcript: 'Please call me back about the invoice.',
      },
      expect.objectContaining({ folder: 'Deleted', is_read: 1, is_urgent: 0, format: 'wav-pcm' }),
      expect.objectContaining({ extension_number: '2002' }),
    ])
    expect(await imports.voicemail({ from: 'ringcentral', path: folder })).toMatchObject({
      imported: 0,
      alreadyHere: 3,
    })
    expect(snapshot(folder)).toEqual(before)
  })

  it('puts each record on the extension that it names, and one that names none where most are', async () => {
    const { imports, rows } = await openImports()
    const folder = testFolder()
    const to = (id: number, extensionNumber?: string): object => ({
      id,
      type: 'VoiceMail',
      to: [{ extensionNumber }],
      creationTime: `2026-11-0${id}T08:00:00.000Z`,
    })
    const records = [to(1, '2000'), to(2, '1001'), to(3, '1001'), to(4)]
    mkdirSync(join(folder, 'extension/401/message-store/content'), { recursive: true })
    writeFileSync(join(folder, 'extension/401/message-store.json'), JSON.stringify(records))
    for (const id of [1, 2, 3, 4])
      writeFileSync(join(folder, `extension/401/message-store/content/${id}`), mp3Frames(id))
    const { mailboxes } = await imports.previewVoicemail({ from: 'ringcentral', path: folder })
    expect(mailboxes.map(({ mailbox, messages: count }) => `${mailbox}: ${count}`).toSorted()).toEqual([
      '1001: 3',
      '2000: 1',
    ])
    expect(await imports.voicemail({ from: 'ringcentral', path: folder })).toMatchObject({ imported: 4 })
    expect(rows(messages).map((row) => row['extension_number'])).toEqual(['2000', '1001', '1001', '1001'])
  })

  it('knows a transcript without an ending by its id, and names content that no store tells of', async () => {
    const { imports, rows } = await openImports()
    const folder = testFolder()
    const record = {
      id: 1,
      type: 'VoiceMail',
      to: [{ extensionNumber: '1001' }],
      creationTime: '2026-11-02T08:00:00.000Z',
      attachments: [
        { id: 1, type: 'AudioRecording', contentType: 'audio/mpeg' },
        { id: 2, type: 'AudioTranscription', contentType: 'text/plain' },
      ],
    }
    await writeZip(join(folder, 'archive.zip'), {
      'account/1/extension/401/message-store.json': JSON.stringify([record]),
      'account/1/extension/401/message-store/content/1': mp3Frames(3),
      'account/1/extension/401/message-store/content/2': 'Please call me back.',
      'account/1/extension/402/message-store/content/9': mp3Frames(9),
    })
    const result = await imports.voicemail({ from: 'ringcentral', path: folder })
    expect(result).toMatchObject({ imported: 1, skipped: 1, guessed: 0 })
    expect(result.problems.map(({ file }) => file)).toEqual(['account/1/extension/402/message-store/content/9'])
    expect(rows(messages)).toMatchObject([{ transcript: 'Please call me back.' }])
  })

  it('takes two exports that lie in folders of one folder, and each message once as it was last', async () => {
    const { imports, rows } = await openImports()
    const folder = testFolder()
    const record = (id: number, more: object = {}): object => ({
      id,
      type: 'VoiceMail',
      to: [{ extensionNumber: '1001' }],
      creationTime: `2026-11-0${id}T08:00:00.000Z`,
      ...more,
    })
    const later = { lastModifiedTime: '2026-11-09T08:00:00.000Z', availability: 'Deleted' }
    const halves = { first: [record(1), record(2, later)], second: [record(2), record(3)] }
    for (const [half, records] of Object.entries(halves)) {
      mkdirSync(join(folder, half))
      await writeZip(join(folder, half, 'archive.zip'), {
        'account/1/extension/401/message-store.json': JSON.stringify({ records }),
        ...Object.fromEntries(
          [1, 2, 3].map((id) => [`account/1/extension/401/message-store/content/${id}`, mp3Frames(id)]),
        ),
      })
    }
    expect(await imports.detect(folder)).toContain('ringcentral')
    const preview = await imports.previewVoicemail({ from: 'ringcentral', path: folder })
    expect(preview).toMatchObject({ messages: 3, alreadyHere: 0, guessed: 0 })
    expect(await imports.voicemail({ from: 'ringcentral', path: folder })).toMatchObject({ imported: 3 })
    expect(rows(messages).map((row) => row['folder'])).toEqual(['INBOX', 'Deleted', 'INBOX'])
  })

  it('says so when the time of a record cannot be true', async () => {
    const { imports, rows } = await openImports()
    const folder = testFolder()
    const record = {
      id: 1,
      type: 'VoiceMail',
      to: [{ extensionNumber: '1001' }],
      creationTime: '+012026-11-02T14:05:00Z',
    }
    mkdirSync(join(folder, 'extension/401/message-store/content'), { recursive: true })
    writeFileSync(join(folder, 'extension/401/message-store.json'), JSON.stringify([record]))
    writeFileSync(join(folder, 'extension/401/message-store/content/1'), mp3Frames(3))
    expect(await imports.voicemail({ from: 'ringcentral', path: folder })).toMatchObject({ imported: 1, guessed: 1 })
    expect(rows(messages)).toMatchObject([{ received_at: expect.stringMatching(/^\d{4}-/) as string }])
  })
})

describe('8x8 Cloud Storage', () => {
  const name = (id: number): string =>
    `ipbx:acme:voicemail:users:1001:16677${id}-1666686434952-1001-+1669555551${id}_E.mp3`
  const object = (id: number, bytes: Uint8Array, more: object = {}): object => ({
    id: `00000000-0000-4000-8000-00000000000${id}`,
    type: 'voicemail',
    mimeType: 'audio/mpeg',
    objectName: name(id),
    checksumType: 'MD5',
    checksum: createHash('md5').update(bytes).digest('hex'),
    storedBytes: bytes.length,
    createdTime: '2026-11-02T14:05:00',
    objectState: 'AVAILABLE',
    tags: [
      { key: 'extensionNumber', value: '1001' },
      { key: 'callerName', value: `Caller ${id}` },
      { key: 'duration', value: '3000' },
    ],
    ...more,
  })

  it('holds names with ":" and "+" and a multipart tag for no checksum, region by region', async () => {
    const { imports, rows } = await openImports()
    const folder = testFolder()
    const audio = [1, 2, 3, 4].map((seed) => Buffer.concat([mp3Frames(3), Buffer.from([]), mp3Frames(seed)]))
    mkdirSync(join(folder, 'us-east'))
    const page = (content: object[]): string => JSON.stringify({ lastPage: true, pageKey: 0, pageSize: 100, content })
    writeFileSync(
      join(folder, 'us-east', 'objects.json'),
      page([
        object(1, audio[0]!),
        object(2, audio[1]!, { checksum: '27b75edcb0305a6a6a87d60a1e01f1a4-1' }),
        object(3, audio[2]!, { checksum: '0'.repeat(32) }),
        object(9, audio[3]!, { type: 'callrecording' }),
      ]),
    )
    writeFileSync(join(folder, 'uk.json'), JSON.stringify([object(4, audio[3]!), object(1, audio[0]!)]))
    await writeZip(join(folder, 'us.zip'), { [name(1)]: audio[0]!, [name(2)]: audio[1]!, [name(3)]: audio[2]! })
    // Unpacked on Windows: the letters that it does not allow were replaced.
    writeFileSync(join(folder, 'us-east', name(4).replaceAll(':', '_')), audio[3]!)
    const result = await imports.voicemail({ from: '8x8', path: folder })
    expect(result).toMatchObject({ imported: 3, unreadable: 1, skipped: 0, problemCount: 2 })
    expect(result.problems.find(({ outcome }) => outcome === 'unreadable')?.reason).toContain('MD5')
    const found = rows(messages).map((row) => [row['caller_name'], row['caller_number'], row['received_at']])
    expect(found.toSorted((a, b) => (String(a) < String(b) ? -1 : 1))).toEqual([
      ['Caller 1', '+16695555511', '2026-11-02T14:05:00.000Z'],
      ['Caller 2', '+16695555512', '2026-11-02T14:05:00.000Z'],
      ['Caller 4', '+16695555514', '2026-11-02T14:05:00.000Z'],
    ])
    expect(await imports.voicemail({ from: '8x8', path: folder })).toMatchObject({ imported: 0, alreadyHere: 3 })
  })

  it('finds the extension of a number that has the prefix of its site before it', async () => {
    const { imports, rows } = await openImports()
    const folder = testFolder()
    const numbers = ['101001', '1001', '107777']
    const objects = numbers.map((value, index) =>
      object(index + 1, mp3Frames(index + 1), { tags: [{ key: 'extensionNumber', value }] }),
    )
    writeFileSync(join(folder, 'objects.json'), JSON.stringify(objects))
    await writeZip(
      join(folder, 'us.zip'),
      Object.fromEntries(numbers.map((_, index) => [name(index + 1), mp3Frames(index + 1)])),
    )
    const { mailboxes } = await imports.previewVoicemail({ from: '8x8', path: folder })
    expect(mailboxes.map(({ extension, known }) => [extension, known])).toEqual([
      ['1001', true],
      ['1001', true],
      ['107777', false],
    ])
    const result = await imports.voicemail({ from: '8x8', path: folder })
    expect(result).toMatchObject({ imported: 3, extensionsCreated: ['107777'] })
    expect(
      rows(messages)
        .map((row) => String(row['extension_number']))
        .toSorted(),
    ).toEqual(['1001', '1001', '107777'])
  })

  it('reads JSON as PowerShell saves it, and names what no object tells of or is damaged', async () => {
    const { imports } = await openImports()
    const folder = testFolder()
    const audio = [1, 2, 3].map((seed) => mp3Frames(seed))
    const json = (id: number, more: object = {}): string => JSON.stringify([object(id, audio[id - 1]!, more)])
    writeFileSync(join(folder, '1.json'), `\uFEFF${json(1, { checksum: null, checksumType: null })}`)
    writeFileSync(join(folder, '2.json'), `\uFEFF${json(2)}`, 'utf16le')
    writeFileSync(join(folder, '3.json'), json(3).slice(0, -9))
    writeFileSync(join(folder, '4.json'), JSON.stringify({ content: [{ id: 4, type: 'voicemail' }] }))
    writeFileSync(join(folder, 'words.json'), JSON.stringify({ transcript: 'Call me back' }))
    await writeZip(join(folder, 'us.zip'), { [name(1)]: audio[0]!, [name(2)]: audio[1]!, [name(3)]: audio[2]! })
    const result = await imports.voicemail({ from: '8x8', path: folder })
    expect(result).toMatchObject({ imported: 2, unreadable: 1, unreadableFiles: 1, skipped: 1 })
    expect(result.problems.map(({ file }) => file)).toEqual(['3.json', '4.json', name(3)])
  })

  it('says of a recording that is not opened why, and only of one that is not there that it is in none of the zips', async () => {
    const { imports } = await openImports()
    const folder = testFolder()
    writeFileSync(join(folder, 'objects.json'), JSON.stringify([object(1, mp3Frames(3)), object(2, mp3Frames(4))]))
    const link = { name: name(1), content: Buffer.from('/etc/passwd'), mode: 0o120777 }
    writeFileSync(join(folder, 'us.zip'), rawZip([link]))
    const { problems } = await imports.previewVoicemail({ from: '8x8', path: folder })
    expect(problems.filter(({ file }) => !file.startsWith('us.zip'))).toEqual([
      { outcome: 'unreadable', file: name(1), reason: 'Its recording is there and is not opened. It is a link.' },
      { outcome: 'unreadable', file: name(2), reason: expect.stringContaining('in none of the zips') as string },
    ])
  })

  it.each([1_793_628_300_000_000, 9e15])(
    'takes the time of the upload when %d is none in milliseconds',
    async (time) => {
      const { imports, rows } = await openImports()
      const folder = testFolder()
      const tags = [
        { key: 'extensionNumber', value: '1001' },
        { key: 'startTime', value: String(time) },
      ]
      writeFileSync(join(folder, 'objects.json'), JSON.stringify([object(1, mp3Frames(3), { tags })]))
      await writeZip(join(folder, 'us.zip'), { [name(1)]: mp3Frames(3) })
      expect(await imports.voicemail({ from: '8x8', path: folder })).toMatchObject({ imported: 1 })
      expect(rows(messages)).toMatchObject([{ received_at: '2026-11-02T14:05:00.000Z' }])
    },
  )
})

describe('a zip is a stranger', () => {
  const content = Buffer.from('hello')

  it('names that lead out, links, encrypted and double entries are refused one by one', async () => {
    const path = join(testFolder(), 'hostile.zip')
    writeFileSync(
      path,
      rawZip([
        { name: '../../escape.wav', content },
        { name: '/etc/passwd', content },
        { name: 'C:\\evil.wav', content },
        { name: 'link.wav', content: Buffer.from('/etc/passwd'), mode: 0o120777 },
        { name: 'secret.wav', content, flags: 0x801 },
        { name: 'twice.wav', content },
        { name: 'twice.wav', content: Buffer.from('other') },
        { name: 'changed.wav', content, crc: 1 },
        { name: 'good.wav', content },
      ]),
    )
    const zip = await openZip(path)
    expect(zip.refused.map(({ name }) => name)).toEqual([
      '../../escape.wav',
      '/etc/passwd',
      expect.stringContaining('evil.wav') as string,
      'link.wav',
      'secret.wav',
      'twice.wav',
    ])
    const read = async (name: string) => zip.read(zip.entries.find((entry) => entry.name === name)!)
    expect(await read('good.wav')).toEqual({ bytes: content })
    expect(await read('changed.wav')).toMatchObject({ reason: expect.stringContaining('checksum') as string })
    zip.close()
  })

  it('a bomb is not unpacked', async () => {
    const path = join(testFolder(), 'bomb.zip')
    await writeZip(path, { 'bomb.wav': Buffer.alloc(50 * 1024 * 1024), 'good.wav': wav(1) })
    expect(deflateRawSync(Buffer.alloc(1024 * 1024)).length).toBeLessThan(2000)
    const zip = await openZip(path)
    expect(zip.refused).toMatchObject([{ name: 'bomb.wav', reason: expect.stringContaining('two hundred') as string }])
    expect(zip.entries.map(({ name }) => name)).toEqual(['good.wav'])
    zip.close()
  })

  it('many small files that are a bomb together are told as one of their zip, and the other zips are read', async () => {
    const { imports } = await openImports()
    const blank = Buffer.alloc(1024 * 1024, ' ')
    const blanks = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`${index}.json`, blank]))
    const folder = await ringcentralExport()
    const path = await writeZip(join(folder, 'bomb.zip'), blanks(120))
    const words = expect.stringContaining('two hundred times its size') as string
    await expect(openZip(path)).rejects.toMatchObject({ code: 'IMPORT_REJECTED', message: words })
    const result = await imports.voicemail({ from: 'ringcentral', path: folder })
    expect(result).toMatchObject({ imported: 3, unreadableFiles: 1 })
    expect(result.problems).toContainEqual({ outcome: 'unreadable', file: 'bomb.zip', reason: words })
    const silence = await writeZip(join(testFolder(), 'silence.zip'), blanks(60))
    const zip = await openZip(silence)
    expect(zip.entries).toHaveLength(60)
    zip.close()
  })

  it.each([ringcentral, eightByEight])('JSON is not read on when the import is stopped: $kind', async (source) => {
    const folder = testFolder()
    mkdirSync(join(folder, 'extension/401'), { recursive: true })
    writeFileSync(join(folder, 'extension/401/message-store.json'), '[]')
    writeFileSync(join(folder, 'more.json'), '{}')
    const stopped = AbortSignal.abort()
    await expect(source.open(folder, { answers: {}, signal: stopped, dataFolder: folder })).rejects.toBe(stopped.reason)
  })

  it('a torn end is said with what to do, at every length', async () => {
    const folder = await ringcentralExport()
    const whole = readFileSync(join(folder, 'archive-0.zip'))
    for (const keep of [0, 10, whole.length >> 1, whole.length - 1]) {
      const path = join(testFolder(), 'torn.zip')
      writeFileSync(path, whole.subarray(0, keep))
      await expect(openZip(path)).rejects.toMatchObject({
        code: 'IMPORT_REJECTED',
        message: expect.stringContaining('Download it again') as string,
      })
    }
  })
})
