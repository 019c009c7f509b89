import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { beforeAll, expect, it } from 'vitest'
import { buildCli, ended, spawnCli } from '../support/cli.ts'
import { fillMailbox } from '../support/fillMailbox.ts'
import { testFolder } from '../support/folder.ts'
import { demoFolder, openTestServices } from '../support/services.ts'

const dana = '1042'
const more = 3000

beforeAll(buildCli, 120_000)

async function largeFolder(): Promise<string> {
  const { services, dataFolder } = await openTestServices(await demoFolder())
  fillMailbox(services.db, dana, more, (index) => ({ id: `m${index}`, receivedAt: '2020-01-01T00:00:00.000Z' }))
  await services.close()
  return dataFolder
}

/** What a run consists of: listing, steps, the entry of its start, its approval used up. */
const parts = `
  SELECT (SELECT count(*) FROM run) AS runs, (SELECT count(*) FROM run_message) AS messages,
    (SELECT count(*) > 3 FROM run_step) AS steps, (SELECT count(*) FROM audit_entry WHERE content LIKE '%run.start%') AS told,
    (SELECT count(*) FROM approval WHERE used_at IS NOT NULL) AS used`
const none = { runs: 0, messages: 0, steps: 0, told: 0, used: 0 }
const whole = { runs: 1, messages: more + 12, steps: 1, told: 1, used: 1 }

// Would catch: a run with a part of its listing, which would be continued and save that part alone.
it.each([0, 60, 120, 180, 240, 300, null])(
  'a kill while a thread commits a run (%s ms) leaves all of it or nothing',
  async (after) => {
    const data = await largeFolder()
    const child = spawnCli(['offboard', dana, '--archive', testFolder(), '--confirm', dana, '--data', data])
    const over = ended(child)
    const db = new Database(join(data, 'offhook.sqlite'), { readonly: true })
    const until = async (sql: string): Promise<void> => {
      while (db.prepare(sql).pluck().get() === 0) await wait(1)
    }
    await until('SELECT count(*) FROM approval')
    // The last is killed as soon as the run can be seen.
    await (after === null ? until('SELECT count(*) FROM run') : wait(after))
    child.kill('SIGKILL')
    await over
    const left = db.prepare<[], typeof none>(parts).get()!
    db.close()
    expect(left).toEqual(left.runs === 0 && after !== null ? none : whole)
  },
)
