import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { beforeAll, expect, it } from 'vitest'
import { buildCli, ended, spawnCli } from '../support/cli.ts'
import { fillWithAudio } from '../support/fillMailbox.ts'
import { testFolder } from '../support/folder.ts'
import { demoFolder, openTestServices } from '../support/services.ts'

const dana = '1042'
const more = 1200

beforeAll(buildCli, 120_000)

async function largeFolder(): Promise<string> {
  const { services, dataFolder } = await openTestServices(await demoFolder())
  fillWithAudio(services.db, dataFolder, dana, more)
  await services.close()
  return dataFolder
}

/** What is true at once or not at all when the messages are deleted. */
const parts = `
  SELECT (SELECT count(*) FROM voicemail_message WHERE extension_id = (SELECT id FROM extension WHERE extension_number = '${dana}')) AS left,
    (SELECT status FROM run_step WHERE action ->> '$.kind' = 'voicemailDisposition') AS step,
    (SELECT count(*) FROM audit_entry WHERE content ->> '$.action' = 'run.voicemailDisposition') AS told`
type Parts = { left: number; step: string; told: number }
const before = { left: more + 12, step: 'running', told: 0 }
const after = { left: 0, step: 'done', told: 1 }

// Would catch: messages that are gone in a step that is not done, or the other way round; a step that is done twice.
it.each([0, 80, 160, null])(
  'a kill while a thread deletes a mailbox (%s ms) leaves all of it or nothing, and the run goes on',
  async (milliseconds) => {
    const data = await largeFolder()
    const choices = join(testFolder(), 'choices.json')
    writeFileSync(choices, JSON.stringify({ voicemail: { kind: 'delete' } }))
    const asked = ['offboard', dana, '--choices', choices, '--archive', testFolder(), '--confirm', dana, '--data', data]
    const child = spawnCli(asked)
    const over = ended(child)
    const db = new Database(join(data, 'offhook.sqlite'), { readonly: true })
    const read = (): Parts => db.prepare<[], Parts>(parts).get()!
    while (read().step === null || read().step === 'pending') await wait(1)
    // The last is killed as soon as the deletion can be seen, while its audio is removed.
    if (milliseconds !== null) await wait(milliseconds)
    else while (read().left > 0) await wait(1)
    child.kill('SIGKILL')
    await over
    expect(milliseconds === null ? [after] : [before, after]).toContainEqual(read())
    const run = db.prepare('SELECT id FROM run').pluck().get() as string
    db.close()
    expect((await ended(spawnCli(['run', 'resume', run, '--data', data]))).code).toBe(0)
    const again = new Database(join(data, 'offhook.sqlite'), { readonly: true })
    expect(again.prepare(parts).get()).toEqual(after)
    expect(again.prepare('SELECT count(*) FROM audio_removal').pluck().get()).toBe(0)
    again.close()
  },
)
