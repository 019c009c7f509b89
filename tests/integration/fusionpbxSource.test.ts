import { stringify } from 'csv-stringify/sync'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { testFolder } from '../support/folder.ts'
import { openImports } from '../support/importData.ts'
import { readRecording } from '../support/recordings.ts'
import { snapshot, writeSpool } from '../support/spool.ts'

const uuid = (number: number): string => `0c0ffee0-0000-4000-8000-${String(number).padStart(12, '0')}`
const domain = uuid(500)
const dana = uuid(600)
const sam = uuid(601)

/** As psql's \copy … to … csv header writes them. */
const csv = (rows: readonly Readonly<Record<string, string>>[]): string => stringify([...rows], { header: true })

const message = (number: number, more: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  voicemail_message_uuid: uuid(number),
  voicemail_uuid: dana,
  domain_uuid: domain,
  created_epoch: String(1_788_876_845 + number),
  read_epoch: '',
  caller_id_name: 'Dana "D" Whitfield, Sales',
  caller_id_number: '+12125550134',
  message_length: '3',
  message_status: '',
  message_priority: '',
  message_base64: '',
  message_transcription: '',
  ...more,
})

const tables = {
  'v_voicemails.csv': csv([
    {
      voicemail_uuid: dana,
      domain_uuid: domain,
      voicemail_id: '1001',
      voicemail_password: '918273',
      voicemail_mail_to: 'dana@example.com,assistant@example.com',
      voicemail_description: 'Dana Whitfield',
      greeting_id: '2',
      voicemail_name_base64: readRecording('voice.mp3').toString('base64'),
    },
    {
      voicemail_uuid: sam,
      domain_uuid: domain,
      voicemail_id: '2002',
      voicemail_password: '564738',
      voicemail_mail_to: 'sam@example.com',
      voicemail_description: 'Sam Frost',
      greeting_id: '',
      voicemail_name_base64: '',
    },
  ]),
  'v_domains.csv': csv([{ domain_uuid: domain, domain_parent_uuid: '', domain_name: 'pbx.example.com' }]),
}

const folder = 'default/pbx.example.com/1001'

function server(
  messages: readonly Record<string, string>[],
  more: Readonly<Record<string, string | Uint8Array>> = {},
): string {
  return writeSpool(testFolder(), { ...tables, 'v_voicemail_messages.csv': csv(messages), ...more })
}

const inUtf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le')

describe('the voicemail of FusionPBX', () => {
  // Would catch: a table that Windows saved passed over, and the messages whose audio is only in it with it.
  it.each([
    ['little-endian', inUtf16],
    ['big-endian', (text: string) => inUtf16(text).swap16()],
    ['without a mark', (text: string) => Buffer.from(text, 'utf16le')],
  ])('reads a table in UTF-16: %s', async (_, encode) => {
    const { imports, rows } = await openImports()
    const rowsOf = [
      message(1, { message_base64: readRecording('voice.mp3').toString('base64'), caller_id_name: 'Jürgen' }),
    ]
    const path = server(rowsOf, { 'v_voicemail_messages.csv': encode(csv(rowsOf)) })
    expect(await imports.voicemail({ from: 'fusionpbx', path })).toMatchObject({ imported: 1, problemCount: 0 })
    expect(rows('SELECT caller_name FROM voicemail_message')).toEqual([{ caller_name: 'Jürgen' }])
  })

  it.each(['v_voicemail_messages.csv', 'v_voicemails.csv', 'v_voicemail_greetings.csv'])(
    'says of a table in another encoding that it is not read, and guesses no name: %s',
    async (name) => {
      const { imports, rows } = await openImports()
      const given: Record<string, string> = {
        ...tables,
        'v_voicemail_messages.csv': csv([
          message(1, { message_base64: readRecording('voice.mp3').toString('base64') }),
        ]),
        'v_voicemail_greetings.csv': csv([
          { voicemail_greeting_uuid: uuid(9), voicemail_id: '1001', greeting_base64: '' },
        ]),
      }
      const path = server([], { ...given, [name]: Buffer.from(`${given[name]}"Jürgen",x\n`, 'latin1') })
      const reason = `${name} is not whole UTF-8: a name in it cannot be read. Export the table again in UTF-8.`
      await expect(imports.previewVoicemail({ from: 'fusionpbx', path })).rejects.toThrow(reason)
      await expect(imports.voicemail({ from: 'fusionpbx', path })).rejects.toThrow(reason)
      expect(rows('SELECT 1 FROM voicemail_message')).toEqual([])
    },
  )

  it('says which table is not read where one lies there twice, and takes the one that is chosen', async () => {
    const { imports } = await openImports()
    const inCell = { message_base64: readRecording('voice.mp3').toString('base64') }
    const name = 'v_voicemail_messages_2.csv'
    const root = server([message(1, inCell)], { [name]: csv([message(2, inCell)]) })
    const first = await imports.voicemail({ from: 'fusionpbx', path: root })
    expect(first).toMatchObject({ imported: 1, skipped: 0, problemCount: 1 })
    expect(first.problems.map(({ file }) => file)).toEqual([name])
    expect(await imports.voicemail({ from: 'fusionpbx', path: join(root, name) })).toMatchObject({ imported: 1 })
  })

  it('says that an introduction in a cell is left out, as it does of one in a file', async () => {
    const { imports } = await openImports()
    const message_base64 = readRecording('voice.mp3').toString('base64')
    const root = server([message(1, { message_base64, message_intro_base64: message_base64 })])
    const result = await imports.voicemail({ from: 'fusionpbx', path: root })
    expect(result).toMatchObject({ found: 1, imported: 1, skipped: 0 })
    expect(result.problems.map(({ file }) => file)).toEqual([`1001/intro_msg_${uuid(1)}`])
  })

  it('has not heard what is new, by a word or by none', async () => {
    const { imports, rows } = await openImports()
    const message_base64 = readRecording('voice.mp3').toString('base64')
    const states = ['', 'new', 'saved'].map((message_status, index) =>
      message(index + 1, { message_status, message_base64 }),
    )
    await imports.voicemail({ from: 'fusionpbx', path: server(states) })
    expect(rows('SELECT is_read AS read, folder FROM voicemail_message ORDER BY received_at')).toEqual([
      { read: 0, folder: 'INBOX' },
      { read: 0, folder: 'INBOX' },
      { read: 1, folder: 'Saved' },
    ])
  })

  it('takes audio out of files and out of base64 cells, with what the tables say of it', async () => {
    const { imports, rows, folder: data } = await openImports()
    const root = server(
      [
        message(1),
        message(2, { message_status: 'saved', message_transcription: 'Please call\nme back.' }),
        message(3, {
          voicemail_uuid: sam,
          message_base64: readRecording('voice.mp3').toString('base64'),
          message_priority: 'urgent',
        }),
        message(4, { message_status: 'deleted', message_base64: readRecording('mulaw.wav').toString('base64') }),
      ],
      {
        [`${folder}/msg_${uuid(1)}.wav`]: readRecording('pcm.wav'),
        [`${folder}/msg_${uuid(2)}.mp3`]: readRecording('voice.mp3'),
        [`${folder}/msg_${uuid(8)}.wav`]: readRecording('pcm.wav'),
        [`${folder}/intro_msg_${uuid(1)}.wav`]: readRecording('pcm.wav'),
        [`${folder}/greeting_1.wav`]: readRecording('pcm.wav'),
        [`${folder}/greeting_2.wav`]: readRecording('alaw.wav'),
      },
    )
    const before = snapshot(root)
    // It has audio files like any folder, too; the likeliest is first.
    expect(await imports.detect(root)).toEqual(['fusionpbx', 'folder'])
    const preview = await imports.previewVoicemail({ from: 'fusionpbx', path: root })
    expect(preview.mailboxes).toEqual([
      expect.objectContaining({
        mailbox: '1001',
        context: 'pbx.example.com',
        holder: 'Dana Whitfield',
        messages: 3,
        greetings: 2,
      }),
      expect.objectContaining({
        mailbox: '2002',
        holder: 'Sam Frost',
        email: 'sam@example.com',
        messages: 1,
        known: false,
      }),
    ])
    const result = await imports.voicemail({ from: 'fusionpbx', path: root })
    expect(result).toMatchObject({
      imported: 4,
      greetings: 2,
      skipped: 1,
      problemCount: 3,
      unreadable: 0,
      extensionsCreated: ['2002'],
    })
    expect(result.problems.map(({ file }) => file.split('/').at(-1)).toSorted((a, b) => (a! < b! ? -1 : 1))).toEqual([
      'greeting_1.wav',
      `intro_msg_${uuid(1)}.wav`,
      `msg_${uuid(8)}.wav`,
    ])
    expect(
      rows(
        `SELECT caller_name, folder, is_read, is_urgent, format, transcript FROM voicemail_message ORDER BY received_at`,
      ),
    ).toEqual([
      {
        caller_name: 'Dana "D" Whitfield, Sales',
        folder: 'INBOX',
        is_read: 0,
        is_urgent: 0,
        format: 'wav-pcm',
        transcript: null,
      },
      expect.objectContaining({ folder: 'Saved', is_read: 1, format: 'mp3', transcript: 'Please call\nme back.' }),
      expect.objectContaining({ folder: 'INBOX', is_urgent: 1, format: 'mp3' }),
      expect.objectContaining({ folder: 'Deleted', is_read: 1, format: 'wav-ulaw' }),
    ])
    expect(rows('SELECT kind FROM greeting ORDER BY kind')).toEqual([{ kind: 'name' }, { kind: 'unavailable' }])
    expect(await imports.voicemail({ from: 'fusionpbx', path: join(root, 'v_voicemail_messages.csv') })).toMatchObject({
      imported: 0,
      greetings: 0,
      alreadyHere: 4,
    })
    expect(snapshot(root)).toEqual(before)
    const kept = [JSON.stringify(result), readFileSync(join(data, 'offhook.sqlite'), 'latin1')].join('')
    for (const pin of ['918273', '564738']) expect(kept).not.toContain(pin)
  })

  it('takes the audio alone when there is no table, and says what is not known', async () => {
    const { imports } = await openImports()
    const root = writeSpool(testFolder(), { [`${folder}/msg_${uuid(1)}.wav`]: readRecording('pcm.wav') })
    const result = await imports.voicemail({ from: 'fusionpbx', path: root })
    expect(result).toMatchObject({ imported: 1, guessed: 2 })
    // With the table at hand later, the message is known by its id.
    writeSpool(root, { ...tables, 'messages.csv': csv([message(1)]) })
    expect(await imports.voicemail({ from: 'fusionpbx', path: root })).toMatchObject({ imported: 0, alreadyHere: 1 })
  })

  it('finds the mailbox by the audio when v_voicemails is missing, and says so where nothing tells it', async () => {
    const { imports } = await openImports()
    const root = server([message(1), message(2, { message_base64: readRecording('pcm.wav').toString('base64') })], {
      [`${folder}/msg_${uuid(1)}.wav`]: readRecording('pcm.wav'),
    })
    rmSync(join(root, 'v_voicemails.csv'))
    rmSync(join(root, 'v_domains.csv'))
    const result = await imports.voicemail({ from: 'fusionpbx', path: root })
    expect(result).toMatchObject({ imported: 1, skipped: 1 })
    expect(result.problems[0]!.reason).toContain('v_voicemails')
  })

  it('reads cells of many megabytes', async () => {
    const { imports, rows } = await openImports()
    const minutes = Buffer.concat([readRecording('pcm.wav').subarray(0, 44), Buffer.alloc(16_000 * 150, 1)])
    minutes.writeUInt32LE(minutes.length - 44, 40)
    const root = server(
      Array.from({ length: 3 }, (_, index) => {
        minutes[100] = index
        return message(index, { message_base64: minutes.toString('base64'), message_length: '150' })
      }),
    )
    expect(await imports.previewVoicemail({ from: 'fusionpbx', path: root })).toMatchObject({ messages: 3 })
    expect(await imports.voicemail({ from: 'fusionpbx', path: root })).toMatchObject({ imported: 3, unreadable: 0 })
    expect(rows('SELECT DISTINCT seconds FROM voicemail_message')).toEqual([{ seconds: 150 }])
  })

  it('takes no torn audio for whole, and says where a table ends in the middle', async () => {
    const { imports } = await openImports()
    const whole = readRecording('pcm.wav').toString('base64')
    const root = server([
      message(1, { message_base64: whole.slice(0, 30_001) }),
      message(2, { message_base64: `${whole.slice(0, 20_000)}!!!!${whole.slice(20_000)}` }),
      message(3, { message_base64: whole }),
      message(4),
    ])
    const result = await imports.voicemail({ from: 'fusionpbx', path: root })
    expect(result).toMatchObject({ imported: 1, unreadable: 3 })
    const path = join(root, 'v_voicemail_messages.csv')
    const text = readFileSync(path, 'utf8')
    writeSpool(root, { 'v_voicemail_messages.csv': text.slice(0, text.length - 60).replace(/,\s*$/, '') + ',"torn' })
    const torn = await imports.voicemail({ from: 'fusionpbx', path: root })
    expect(torn.problems.map(({ reason }) => reason).join(' ')).toContain('The table is damaged in line')
    expect(torn).toMatchObject({ alreadyHere: 1 })
  })

  it('refuses a folder and a file that are something else, with what to choose', async () => {
    const { imports } = await openImports()
    const other = writeSpool(testFolder(), { 'people.csv': 'name,extension\nDana,1001\n' })
    expect(await imports.detect(other)).toEqual([])
    for (const path of [other, join(other, 'people.csv')])
      await expect(imports.previewVoicemail({ from: 'fusionpbx', path })).rejects.toMatchObject({
        code: 'IMPORT_REJECTED',
      })
  })
})
