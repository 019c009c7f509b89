import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { mp3Frames } from '../support/audio.ts'
import { testFolder } from '../support/folder.ts'
import { openImports } from '../support/importData.ts'
import { rawZip } from '../support/zips.ts'

const kind = 'ringcentral'
const extensions = `SELECT extension_number AS extension, external_caller_id_name AS holder, count(*) AS n
  FROM voicemail_message JOIN extension ON extension.id = extension_id GROUP BY extension_number ORDER BY extension_number`

/** A record as RingCentral's guide shows it: the receiver has a name, and often nothing else. */
const record = (id: number, to: object, more: object = {}): object => ({
  uri: `https://platform.ringcentral.com/restapi/v1.0/account/400/extension/401/message-store/${id}`,
  id,
  type: 'VoiceMail',
  to: [to],
  from: { phoneNumber: '+18445558517', name: 'RingCentral', location: 'Belmont, CA' },
  creationTime: `2026-11-0${id}T09:24:03.000Z`,
  readStatus: 'Unread',
  priority: 'Normal',
  attachments: [
    {
      id,
      uri: `https://platform.ringcentral.com/restapi/v1.0/account/400/extension/401/message-store/${id}/content/${id}`,
      type: 'AudioRecording',
      contentType: 'audio/mpeg',
      vmDuration: 1,
    },
  ],
  direction: 'Inbound',
  availability: 'Alive',
  messageStatus: 'Received',
  lastModifiedTime: `2026-11-0${id}T09:24:03.531Z`,
  vmTranscriptionStatus: 'NotAvailable',
  ...more,
})

/** An unpacked export: the records of each extension by its id, with a recording for each. */
function exportOf(stores: Readonly<Record<string, readonly object[]>>, beside: Readonly<Record<string, unknown>> = {}) {
  const folder = testFolder()
  const write = (name: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  for (const [id, records] of Object.entries(stores)) {
    write(`account/400/extension/${id}/message-store.json`, JSON.stringify({ records }))
    for (const { id: message } of records as { id: number }[])
      write(`account/400/extension/${id}/message-store/content/${message}`, mp3Frames(40 + message))
  }
  for (const [name, content] of Object.entries(beside)) write(name, JSON.stringify(content))
  return folder
}

describe('a RingCentral export whose records name a person and no number', () => {
  const stores = { '401': [record(1, { name: 'Jane Smith' }), record(2, { name: 'Jane Smith' })] }

  it('asks which extension it is, and imports it there', async () => {
    const { imports, rows } = await openImports()
    const path = exportOf(stores)
    const preview = await imports.previewVoicemail({ from: kind, path })
    expect(preview).toMatchObject({ found: 2, messages: 0, skipped: 2 })
    expect(preview.fields).toEqual([
      { key: 'extension.401', label: 'Extension of Jane Smith (id 401)', value: '', choices: null },
    ])
    expect(preview.problems[0]?.reason).toMatch(/Say its extension.*list of extensions/)
    const answers = { 'extension.401': '1009' }
    expect(await imports.voicemail({ from: kind, path, answers })).toMatchObject({ imported: 2, skipped: 0 })
    expect(rows(extensions)).toMatchObject([{ extension: '1009', n: 2 }])
  })

  it('finds the number in the list of extensions that lies beside it, and asks nothing', async () => {
    const { imports, rows } = await openImports()
    const list = {
      uri: 'https://platform.ringcentral.com/restapi/v1.0/account/400/extension?page=1&perPage=100',
      records: [
        { id: 400, name: 'Main Company', type: 'User', status: 'Enabled' },
        {
          id: 401,
          extensionNumber: '2002',
          name: 'Jane Smith',
          contact: { firstName: 'Jane', lastName: 'Smith', email: 'jane.smith@example.com' },
          type: 'User',
        },
      ],
    }
    const path = exportOf(stores, { 'extensions.json': list })
    const preview = await imports.previewVoicemail({ from: kind, path })
    expect(preview).toMatchObject({ messages: 2, skipped: 0, unreadable: 0, problemCount: 0, fields: [] })
    await imports.voicemail({ from: kind, path })
    expect(rows(extensions)).toEqual([{ extension: '2002', holder: 'Jane Smith', n: 2 }])
  })

  it('finds the extension that has the number here which was called there', async () => {
    const { imports, rows } = await openImports()
    const called = { phoneNumber: '+12125550134', name: 'Dana Whitfield' }
    const path = exportOf({ '401': [record(1, called)] })
    expect(await imports.voicemail({ from: kind, path })).toMatchObject({ imported: 1 })
    expect(rows(extensions)).toMatchObject([{ extension: '1001', n: 1 }])
  })
})

it('takes no record of another kind for damaged voicemail, and none that leaves out what is empty', async () => {
  const { imports } = await openImports()
  const to = { extensionNumber: '1001' }
  const path = exportOf({
    '401': [
      record(1, to, { from: null, readStatus: null }),
      record(2, to, { attachments: [{ id: 2, type: 'AudioRecording', contentType: null, vmDuration: null }] }),
      record(3, to, { type: 'Voicemail' }),
      { id: 4, type: 'SMS', to: null, subject: 'Hello' },
      { id: 5, type: 'Fax', attachments: 'none' },
    ],
  })
  const result = await imports.voicemail({ from: kind, path })
  expect(result).toMatchObject({ found: 3, imported: 3, unreadable: 0, unreadableFiles: 0 })
})

// Would catch: recordings that an export has and no record tells of, left out without a word.
it('tells of each recording that no record names, and of none that belongs to a message of another kind', async () => {
  const { imports } = await openImports()
  const others = [
    { id: 4, type: 'SMS', attachments: [{ id: 5, type: 'MmsAttachment' }] },
    { id: 6, type: 'Fax', attachments: 'none' },
  ]
  const path = exportOf({ '401': [record(1, { extensionNumber: '1001' }), ...others] })
  const content = join(path, 'account/400/extension/401/message-store/content')
  for (const name of ['5', '77', '78.wav', 'unknown.mp3', '79.pdf', '80.txt', '.DS_Store'])
    writeFileSync(join(content, name), mp3Frames(60))
  const result = await imports.voicemail({ from: kind, path })
  expect(result).toMatchObject({ found: 4, imported: 1, skipped: 3, problemCount: 3 })
  expect(result.problems.map(({ file }) => basename(file)).toSorted()).toEqual(['77', '78.wav', 'unknown.mp3'])
  expect(new Set(result.problems.map(({ reason }) => reason))).toEqual(
    new Set(['No record names this file. Put all zips of the export beside each other, and import again.']),
  )
})

it('says of a recording that is not opened why, and only of one that is not there that it is in none of the zips', async () => {
  const { imports } = await openImports()
  const folder = testFolder()
  const place = 'account/400/extension/401'
  const content = `${place}/message-store/content`
  const records = [1, 2, 3, 4].map((id) => record(id, { extensionNumber: '1001' }))
  writeFileSync(
    join(folder, 'archive-0.zip'),
    rawZip([
      { name: `${place}/message-store.json`, content: Buffer.from(JSON.stringify({ records })) },
      { name: `${content}/1.mp3`, content: Buffer.from('/etc/passwd'), mode: 0o120777 },
      { name: `${content}/2.mp3`, content: mp3Frames(42) },
      { name: `${content}/4.txt`, content: Buffer.from('/etc/passwd'), mode: 0o120777 },
    ]),
  )
  mkdirSync(join(folder, content), { recursive: true })
  symlinkSync('/etc/passwd', join(folder, content, '3'))
  const { problems } = await imports.previewVoicemail({ from: kind, path: folder })
  expect(problems.filter(({ file }) => file.startsWith('extension/401/'))).toEqual([
    {
      outcome: 'unreadable',
      file: 'extension/401/1',
      reason: 'Its recording is there and is not opened. It is a link.',
    },
    {
      outcome: 'unreadable',
      file: 'extension/401/3',
      reason: 'Its recording is there and is not opened. It is a link or no file, and is not followed.',
    },
    {
      outcome: 'unreadable',
      file: 'extension/401/4',
      reason: expect.stringContaining('in none of the zips') as string,
    },
  ])
})
