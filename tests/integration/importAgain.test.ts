import { createHash } from 'node:crypto'
import { cpSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { wavOf } from '../support/audio.ts'
import { testFolder } from '../support/folder.ts'
import { openImports } from '../support/importData.ts'
import { demoFolder, offboard, openTestServices } from '../support/services.ts'
import { messageText, writeSpool } from '../support/spool.ts'

function spool(extension: string): string {
  const box = `voicemail/default/${extension}`
  return writeSpool(testFolder(), {
    [`${box}/INBOX/msg0000.wav`]: wavOf({ tag: 1, seconds: 3, fill: 1 }),
    [`${box}/INBOX/msg0000.txt`]: messageText({ origtime: 1788876845, duration: 3, msgId: '1788876845-a' }),
    [`${box}/INBOX/msg0001.wav`]: wavOf({ tag: 1, seconds: 4, fill: 2 }),
    [`${box}/INBOX/msg0001.txt`]: messageText({ origtime: 1788876900, duration: 4, msgId: '1788876900-b' }),
    [`${box}/INBOX/msg0002.wav`]: wavOf({ tag: 1, seconds: 5, fill: 3 }),
    [`${box}/INBOX/msg0002.txt`]: messageText({ origtime: 1788876950, duration: 5, msgId: '1788876950-c' }),
    [`${box}/unavail.wav`]: wavOf({ tag: 1, seconds: 1, fill: 4 }),
  })
}

const stored = 'SELECT file, sha256 FROM voicemail_message WHERE source_key IS NOT NULL ORDER BY seconds'

describe('importing again what is damaged here', () => {
  it('puts back audio that is missing, cut short or changed, and nothing else', async () => {
    const { imports, rows, audio } = await openImports()
    const source = { from: 'asterisk', path: spool('1001') } as const
    await imports.voicemail(source)
    const files = rows(`${stored.replace('ORDER BY seconds', '')} UNION ALL SELECT file, sha256 FROM greeting`)
    const before = rows('SELECT * FROM voicemail_message ORDER BY id')
    const [missing, short, whole, greeting] = files.map(({ file }) => join(audio, String(file)))
    rmSync(missing!)
    truncateSync(short!, 100)
    const flipped = readFileSync(greeting!)
    flipped[60]! ^= 1
    writeFileSync(greeting!, flipped)
    const untouched = readFileSync(whole!)

    expect(await imports.previewVoicemail(source)).toMatchObject({ messages: 3, alreadyHere: 3, repairs: 3 })
    expect(await imports.voicemail(source)).toMatchObject({ imported: 0, alreadyHere: 3, greetings: 0, repaired: 3 })

    for (const { file, sha256 } of files)
      expect(
        createHash('sha256')
          .update(readFileSync(join(audio, String(file))))
          .digest('hex'),
      ).toBe(sha256)
    expect(readFileSync(whole!)).toEqual(untouched)
    expect(rows('SELECT * FROM voicemail_message ORDER BY id')).toEqual(before)
    expect(
      rows("SELECT detail FROM audit_entry WHERE action = 'import.voicemail' ORDER BY rowid DESC LIMIT 1"),
    ).toEqual([{ detail: expect.stringContaining('"repaired":3') as string }])
    expect(await imports.voicemail(source)).toMatchObject({ alreadyHere: 3, repaired: 0 })
  })

  it('puts back audio of messages that were handed to another extension since', async () => {
    const { imports, database, rows, audio } = await openImports()
    const source = { from: 'asterisk', path: spool('1001') } as const
    await imports.voicemail(source)
    database.exec(
      "UPDATE voicemail_message SET extension_id = (SELECT id FROM extension WHERE extension_number = '1009')",
    )
    rmSync(join(audio, String(rows(stored)[0]!['file'])))
    expect(await imports.voicemail(source)).toMatchObject({ imported: 0, alreadyHere: 3, repaired: 1 })
  })

  it('repairs nothing with audio that the source has changed: that is another message', async () => {
    const { imports, rows, audio } = await openImports()
    const path = spool('1001')
    await imports.voicemail({ from: 'asterisk', path })
    const [first] = rows(stored)
    const file = join(audio, String(first!['file']))
    truncateSync(file, 100)
    writeFileSync(join(path, 'voicemail/default/1001/INBOX/msg0000.wav'), wavOf({ tag: 1, seconds: 3, fill: 9 }))
    expect(await imports.voicemail({ from: 'asterisk', path })).toMatchObject({ imported: 1, repaired: 0 })
    expect(readFileSync(file)).toHaveLength(100)
  })

  it('lets an offboarding go on that has stopped at damaged audio', async () => {
    const { services, dataFolder } = await openTestServices(await demoFolder())
    const source = { from: 'asterisk', path: spool('1042') } as const
    await services.imports.voicemail(source)
    const damaged = services.db.prepare<[], { file: string }>(`${stored} LIMIT 1`).get()!
    rmSync(join(dataFolder, 'audio', damaged.file))
    const { runId, run } = await offboard(services, '1042')
    expect(run.status).toBe('failed')
    expect(run.steps.find(({ status }) => status === 'failed')?.error?.message).toContain('Import them again')

    expect(await services.imports.voicemail(source)).toMatchObject({ repaired: 1 })
    services.runs.resume(runId)
    expect((await services.runs.settled(runId)).status).toBe('done')
  })
})

it('importing a copy of one mailbox too adds nothing twice, though nothing tells its context', async () => {
  const root = spool('1001')
  const copy = join(testFolder(), '1001')
  cpSync(join(root, 'voicemail/default/1001'), copy, { recursive: true, preserveTimestamps: true })
  const again = { imported: 0, alreadyHere: 3, greetings: 0 }
  const whole = await openImports()
  await whole.imports.voicemail({ from: 'asterisk', path: root })
  expect(await whole.imports.voicemail({ from: 'asterisk', path: copy })).toMatchObject(again)
  const part = await openImports()
  await part.imports.voicemail({ from: 'asterisk', path: copy })
  expect(await part.imports.voicemail({ from: 'asterisk', path: root })).toMatchObject(again)
})
