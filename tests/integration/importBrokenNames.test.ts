import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { wavOf } from '../support/audio.ts'
import { allowsBrokenNames, writeBroken } from '../support/brokenNames.ts'
import { testFolder } from '../support/folder.ts'
import { openImports } from '../support/importData.ts'

const wav = (seconds: number): Buffer => wavOf({ tag: 1, seconds })
const mail = Buffer.from(
  [
    'From: x@example.com',
    'To: dana@example.com',
    'Date: Tue, 3 Nov 2026 09:00:00 +0100',
    'Content-Type: audio/x-wav; name="a.wav"',
    'Content-Transfer-Encoding: base64',
    '',
    wav(1).toString('base64'),
  ].join('\r\n'),
)
const store = JSON.stringify({
  records: [{ id: 1, type: 'VoiceMail', to: [{ extensionNumber: '1001' }], attachments: [{ id: 1 }] }],
})
const uuid = '0c0ffee0-0000-4000-8000-000000000001'
const within = 'account/4/extension/401/message-store'

const sources = [
  { kind: 'mail', good: { 'a.eml': mail }, name: 'b*.eml' },
  { kind: 'folder', good: { '1001_Ana.wav': wav(1) }, name: '1001_J*rgen.wav' },
  { kind: 'csv', good: { 'list.csv': 'Mailbox,Recording\n1001,a.wav\n', 'a.wav': wav(1) }, name: null },
  { kind: 'fusionpbx', good: { [`default/pbx/1001/msg_${uuid}.wav`]: wav(1) }, name: null },
  { kind: 'ringcentral', good: { [`${within}.json`]: store, [`${within}/content/1`]: wav(1) }, name: null },
] as const

// Would catch: a source that nobody can import because of one name in it, with a sentence that names another cause.
it.runIf(allowsBrokenNames).each(sources)(
  'what cannot be opened is told of and keeps nothing else from being read: $kind',
  async ({ kind, good, name }) => {
    const { imports } = await openImports()
    const path = testFolder()
    for (const [file, content] of Object.entries<string | Uint8Array>(good)) {
      mkdirSync(join(path, file, '..'), { recursive: true })
      writeFileSync(join(path, file), content)
    }
    writeBroken(path, 'old*/1.wav', wav(1))
    if (name !== null) writeBroken(path, name, wav(1))
    const answers = kind === 'folder' ? { pattern: '{extension}_{name}' } : {}
    const result = await imports.voicemail({ from: kind, path, answers })
    expect(result).toMatchObject({ imported: 1, unreadableFiles: 1, unreadable: name === null ? 0 : 1 })
    expect(result.problems).toContainEqual({
      outcome: 'unreadable',
      file: 'old\uFFFD',
      reason: 'The name of the folder is not UTF-8, so it cannot be opened. Rename it, and import again.',
    })
    if (name === null) return
    expect(result.problems).toContainEqual({
      outcome: 'unreadable',
      file: name.replace('*', '\uFFFD'),
      reason: expect.stringMatching(/The name of the file is not UTF-8. Rename it, and import again.$/) as unknown,
    })
  },
)
