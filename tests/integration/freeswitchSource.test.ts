import Database from 'better-sqlite3'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { wavOf } from '../support/audio.ts'
import { buildCli, ended, spawnCli } from '../support/cli.ts'
import { testFolder } from '../support/folder.ts'
import { openImports } from '../support/importData.ts'
import { readRecording } from '../support/recordings.ts'
import { demoFolder } from '../support/services.ts'
import { snapshot, writeSpool } from '../support/spool.ts'

/** The tables as mod_voicemail makes them. */
const tables = `
  CREATE TABLE voicemail_msgs (created_epoch INTEGER, read_epoch INTEGER, username VARCHAR(255), domain VARCHAR(255),
    uuid VARCHAR(255), cid_name VARCHAR(255), cid_number VARCHAR(255), in_folder VARCHAR(255), file_path VARCHAR(255),
    message_len INTEGER, flags VARCHAR(255), read_flags VARCHAR(255), forwarded_by VARCHAR(255));
  CREATE TABLE voicemail_prefs (username VARCHAR(255), domain VARCHAR(255), name_path VARCHAR(255),
    greeting_path VARCHAR(255), password VARCHAR(255));`

const uuid = (number: number): string => `0c0ffee0-0000-4000-8000-${String(number).padStart(12, '0')}`
const over = '/var/lib/freeswitch/storage/voicemail/default/pbx.example.com'

type Row = {
  number: number
  user?: string
  domain?: string
  flags?: string
  read?: number
  path?: string
  urgent?: boolean
}

function insert(db: Database.Database, rows: readonly Row[]): void {
  for (const { number, user = '1001', domain = 'pbx.example.com', flags = '', read = 0, path, urgent = false } of rows)
    db.prepare('INSERT INTO voicemail_msgs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').run(
      1_788_876_845 + number,
      read,
      user,
      domain,
      uuid(number),
      'Dana Whitfield',
      '+12125550134',
      'inbox',
      path ?? `${over.replace('pbx.example.com', domain)}/${user}/msg_${uuid(number)}.wav`,
      3,
      flags,
      urgent ? 'A_URGENT' : 'B_NORMAL',
      '',
    )
}

function makeDatabase(path: string, rows: readonly Row[]): void {
  mkdirSync(join(path, '..'), { recursive: true })
  const db = new Database(path)
  db.exec(tables)
  insert(db, rows)
  db.prepare('INSERT INTO voicemail_prefs VALUES (?, ?, ?, ?, ?)').run(
    '1001',
    'pbx.example.com',
    `${over}/1001/recorded_name.wav`,
    `${over}/1001/greeting_2.wav`,
    '70081',
  )
  db.close()
}

/** A copy of var/lib/freeswitch: three messages, a greeting and a name, and a file that no row names. */
function server(
  rows: readonly Row[] = [
    { number: 1, urgent: true },
    { number: 2, flags: 'save' },
    { number: 3, flags: 'delete' },
  ],
): string {
  const root = testFolder()
  const storage = 'storage/voicemail/default/pbx.example.com/1001'
  writeSpool(root, {
    [`${storage}/msg_${uuid(1)}.wav`]: readRecording('pcm.wav'),
    [`${storage}/msg_${uuid(2)}.wav`]: readRecording('mulaw.wav'),
    [`${storage}/msg_${uuid(3)}.wav`]: readRecording('alaw.wav'),
    [`${storage}/msg_${uuid(9)}.wav`]: readRecording('pcm.wav'),
    [`${storage}/greeting_2.wav`]: readRecording('pcm.wav'),
    [`${storage}/recorded_name.wav`]: readRecording('mulaw.wav'),
  })
  makeDatabase(join(root, 'db/voicemail_default.db'), rows)
  return root
}

describe('the voicemail of FreeSWITCH', () => {
  it('takes messages, greeting and name out of a copy of the server, whose paths are those of its own disk', async () => {
    const { imports, rows } = await openImports()
    const root = server()
    const before = snapshot(root)
    expect((await imports.detect(root))[0]).toBe('freeswitch')
    expect(await imports.previewVoicemail({ from: 'freeswitch', path: root })).toMatchObject({
      mailboxes: [
        { mailbox: '1001', context: 'pbx.example.com', messages: 3, greetings: 2, extension: '1001', known: true },
      ],
      messages: 3,
      fields: [],
    })
    const result = await imports.voicemail({ from: 'freeswitch', path: root })
    expect(result).toMatchObject({ imported: 3, greetings: 2, skipped: 1, unreadable: 0 })
    expect(result.problems).toEqual([
      {
        outcome: 'skipped',
        file: `pbx.example.com/1001/msg_${uuid(9)}.wav`,
        reason: expect.stringContaining('does not name this file') as string,
      },
    ])
    expect(
      rows(`SELECT caller_name, caller_number, received_at, folder, is_read, is_urgent, format FROM voicemail_message
        ORDER BY received_at`),
    ).toEqual([
      {
        caller_name: 'Dana Whitfield',
        caller_number: '+12125550134',
        received_at: '2026-09-08T14:14:06.000Z',
        folder: 'INBOX',
        is_read: 0,
        is_urgent: 1,
        format: 'wav-pcm',
      },
      expect.objectContaining({ folder: 'Saved', is_read: 1, is_urgent: 0, format: 'wav-ulaw' }),
      expect.objectContaining({ folder: 'Deleted', is_read: 1, format: 'wav-alaw' }),
    ])
    expect(rows('SELECT kind FROM greeting ORDER BY kind')).toEqual([{ kind: 'name' }, { kind: 'unavailable' }])
    expect(await imports.voicemail({ from: 'freeswitch', path: join(root, 'db/voicemail_default.db') })).toMatchObject({
      imported: 0,
      greetings: 0,
      alreadyHere: 3,
    })
    expect(snapshot(root)).toEqual(before)
  })

  // Opening the file itself would miss what only the log holds, or leave a -shm behind.
  it('reads what a running server has only in its write-ahead log, and writes nothing beside it', async () => {
    const { imports, folder } = await openImports()
    const root = server([{ number: 1 }])
    const path = join(root, 'db/voicemail_default.db')
    const running = spawn(process.execPath, ['-e', holdOpen, path, `${over}/1001/msg_${uuid(2)}.wav`, uuid(2)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    onTestFinished(() => void running.kill('SIGKILL'))
    await once(running.stdout, 'data')
    expect(existsSync(`${path}-wal`)).toBe(true)
    const before = snapshot(root)
    expect(await imports.voicemail({ from: 'freeswitch', path: root })).toMatchObject({ imported: 2 })
    expect(snapshot(root)).toEqual(before)
    running.kill('SIGKILL')
    await once(running, 'exit')
    expect(await imports.voicemail({ from: 'freeswitch', path: root })).toMatchObject({ imported: 0, alreadyHere: 2 })
    expect(snapshot(root)).toEqual(before)
    expect(readdirSync(join(folder, 'unfinished'))).toEqual(['lock'])
  })

  it('reads no file outside of what was chosen, whatever a row names', async () => {
    const { imports, rows } = await openImports()
    const outside = writeSpool(testFolder(), { 'secret.wav': readRecording('pcm.wav') })
    const root = server([
      { number: 1, path: join(outside, 'secret.wav') },
      { number: 2, path: '../../../../../../etc/hostname' },
      { number: 3, path: `${over}/1001/link.wav` },
      { number: 4, path: '' },
    ])
    symlinkSync(join(outside, 'secret.wav'), join(root, 'storage/voicemail/default/pbx.example.com/1001/link.wav'))
    const result = await imports.voicemail({ from: 'freeswitch', path: root })
    expect(result).toMatchObject({ imported: 0, unreadable: 4 })
    expect(rows('SELECT count(*) AS n FROM voicemail_message')).toEqual([{ n: 0 }])
  })

  it('tells of every file that no row names: of whole mailboxes, with any name, and of greetings not in use', async () => {
    const { imports } = await openImports()
    const root = server()
    const storage = 'storage/voicemail/default'
    writeSpool(root, {
      [`${storage}/pbx.example.com/2222/msg_${uuid(21)}.wav`]: readRecording('pcm.wav'),
      [`${storage}/pbx.example.com/2222/msg_${uuid(22)}.mp3`]: readRecording('pcm.wav'),
      [`${storage}/other.example.com/3333/msg_${uuid(31)}.wav`]: readRecording('pcm.wav'),
      [`${storage}/pbx.example.com/1001/msg_orphan.wav`]: readRecording('pcm.wav'),
      [`${storage}/pbx.example.com/1001/greeting_1.wav`]: readRecording('pcm.wav'),
      [`${storage}/pbx.example.com/2222/recorded_name.wav`]: readRecording('pcm.wav'),
    })
    const withoutRow = expect.stringContaining('does not name this file') as string
    const notInUse = expect.stringContaining('not in use') as string
    const told = [
      ['other.example.com/3333', `msg_${uuid(31)}.wav`, withoutRow],
      ['pbx.example.com/1001', 'greeting_1.wav', notInUse],
      ['pbx.example.com/1001', `msg_${uuid(9)}.wav`, withoutRow],
      ['pbx.example.com/1001', 'msg_orphan.wav', withoutRow],
      ['pbx.example.com/2222', `msg_${uuid(21)}.wav`, withoutRow],
      ['pbx.example.com/2222', `msg_${uuid(22)}.mp3`, withoutRow],
      ['pbx.example.com/2222', 'recorded_name.wav', notInUse],
    ].map(([mailbox, name, reason]) => ({ outcome: 'skipped', file: `${mailbox}/${name}`, reason }))
    for (const path of [root, join(root, 'db/voicemail_default.db')]) {
      const preview = await imports.previewVoicemail({ from: 'freeswitch', path })
      expect(preview).toMatchObject({ found: 8, messages: 3, greetings: 2, skipped: 5 })
      expect(preview.problems).toEqual(told)
    }
  })

  it('leaves out what lies in a domain that was not chosen, and tells of what no domain of the database has', async () => {
    const { imports } = await openImports()
    const root = server([{ number: 1 }, { number: 2, domain: 'other.example.com' }])
    writeSpool(root, {
      [`storage/voicemail/default/third.example.com/1001/msg_${uuid(41)}.wav`]: readRecording('pcm.wav'),
    })
    const answers = { context: 'other.example.com' }
    const { problems } = await imports.previewVoicemail({ from: 'freeswitch', path: root, answers })
    expect(problems.filter(({ outcome }) => outcome === 'skipped').map(({ file }) => file)).toEqual([
      `third.example.com/1001/msg_${uuid(41)}.wav`,
    ])
  })

  it('asks which domain is meant when a number exists in several', async () => {
    const { imports } = await openImports()
    const root = server([{ number: 1 }, { number: 2, domain: 'other.example.com' }])
    writeSpool(root, {
      [`storage/voicemail/default/other.example.com/1001/msg_${uuid(2)}.wav`]: readRecording('pcm.wav'),
    })
    const preview = await imports.previewVoicemail({ from: 'freeswitch', path: root })
    expect(preview).toMatchObject({ messages: 0, skipped: expect.any(Number) as number })
    expect(preview.problems.map(({ reason }) => reason).join(' ')).toContain('Choose one of them')
    expect(preview.fields).toEqual([
      { key: 'context', label: 'Domain', value: 'All', choices: ['All', 'other.example.com', 'pbx.example.com'] },
    ])
    const answers = { context: 'other.example.com' }
    expect(await imports.voicemail({ from: 'freeswitch', path: root, answers })).toMatchObject({ imported: 1 })
  })

  it('keeps a database of an older version, and refuses what is none', async () => {
    const { imports } = await openImports()
    const root = server([])
    const path = join(root, 'db/voicemail_default.db')
    const db = new Database(path)
    db.exec('ALTER TABLE voicemail_msgs DROP COLUMN forwarded_by; ALTER TABLE voicemail_msgs DROP COLUMN read_flags')
    db.exec(`INSERT INTO voicemail_msgs (created_epoch, username, domain, uuid, file_path)
      VALUES ('not a number', '1001', 'pbx.example.com', '${uuid(1)}', '${over}/1001/msg_${uuid(1)}.wav')`)
    db.exec('DROP TABLE voicemail_prefs')
    db.close()
    expect(await imports.voicemail({ from: 'freeswitch', path: root })).toMatchObject({ imported: 1, guessed: 1 })
    writeFileSync(path, 'SQLite format 3\0 but only the beginning')
    await expect(imports.voicemail({ from: 'freeswitch', path: root })).rejects.toMatchObject({
      code: 'IMPORT_REJECTED',
    })
    writeFileSync(path, 'something else')
    await expect(imports.voicemail({ from: 'freeswitch', path })).rejects.toMatchObject({ code: 'IMPORT_REJECTED' })
    const foreign = new Database(join(testFolder(), 'voicemail_x.db'))
    foreign.exec('CREATE TABLE notes (text)')
    foreign.close()
    await expect(imports.voicemail({ from: 'freeswitch', path: foreign.name })).rejects.toMatchObject({
      message: expect.stringContaining('voicemail_msgs') as string,
    })
    await expect(imports.voicemail({ from: 'freeswitch', path: '/nonexistent' })).rejects.toMatchObject({
      code: 'FILE_PROBLEM',
    })
  })

  it('never reads a PIN', async () => {
    const { imports } = await openImports()
    const preview = await imports.previewVoicemail({ from: 'freeswitch', path: server() })
    expect(JSON.stringify(preview)).not.toContain('70081')
  })
})

describe('an import that is killed', () => {
  beforeAll(buildCli, 120_000)

  // Would catch: the whole database of the other system, PINs too, that stays in a temporary folder for good.
  it('leaves no PIN behind the next start', async () => {
    const [data, temporary] = [await demoFolder(), testFolder()]
    const rows = Array.from({ length: 500 }, (_, index) => ({ number: index + 10 }))
    const root = server(rows)
    const storage = 'storage/voicemail/default/pbx.example.com/1001'
    const wav = (index: number) => wavOf({ tag: 1, seconds: 2, fill: index })
    writeSpool(root, Object.fromEntries(rows.map(({ number }) => [`${storage}/msg_${uuid(number)}.wav`, wav(number)])))
    const command = (...words: string[]) => spawnCli([...words, '--data', data], { TMPDIR: temporary })
    const child = command('import', 'voicemail', root, '--from', 'freeswitch')
    const killed = ended(child)
    while (filesWith('70081', [data, temporary]).length === 0) await wait(1)
    child.kill('SIGKILL')
    expect((await killed).code).toBe(-1)
    expect(filesWith('70081', [data, temporary])).toHaveLength(1)
    expect((await ended(command('users', '--limit', '1'))).code).toBe(0)
    expect(filesWith('70081', [data, temporary])).toEqual([])
  }, 60_000)
})

/** Databases other than our own that hold a text. */
function filesWith(text: string, folders: readonly string[]): string[] {
  return folders
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
    .filter((path) => path.endsWith('.db') && existsSync(path) && readFileSync(path, 'latin1').includes(text))
}

const holdOpen = `
  const Database = require('better-sqlite3')
  const [path, file, uuid] = process.argv.slice(1)
  const db = new Database(path)
  db.pragma('journal_mode = WAL')
  db.pragma('wal_autocheckpoint = 0')
  db.prepare('INSERT INTO voicemail_msgs (created_epoch, username, domain, uuid, file_path) VALUES (?, ?, ?, ?, ?)')
    .run(1788876999, '1001', 'pbx.example.com', uuid, file)
  console.log('begun')
  setInterval(() => {}, 1000)`
