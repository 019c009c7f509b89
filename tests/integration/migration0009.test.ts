import Database from 'better-sqlite3'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { migrate } from '../../src/main/db/migrate.ts'
import { migrations } from '../../src/main/db/migrations.ts'
import { asWriteDb } from '../../src/main/db/sql.ts'
import { digest } from '../../src/main/digest.ts'
import { readRun } from '../../src/main/runs/runRepository.ts'
import { readSteps } from '../../src/main/runs/stepRepository.ts'
import { toRun } from '../../src/main/runs/view.ts'
import { runId } from '../../src/shared/ids.ts'
import { buildPlan } from '../../src/shared/offboarding/plan.ts'
import { run as runSchema } from '../../src/shared/offboarding/run.ts'
import { planInput } from '../support/inventory.ts'

const at = '2026-11-01T10:00:00.000Z'

/** A run as it was stored when every plan was about a person. */
function insertOldRun(db: Database.Database): void {
  const { subject, ...plan } = buildPlan(planInput(), digest)
  const { kind: _, ...person } = subject
  const { inventory } = planInput()
  const { hidden: __, ...voicemail } = inventory.voicemail
  db.prepare(
    `INSERT INTO run (id, user_id, status, plan, plan_hash, inventory, operator, operator_role, archive_path, created_at, finished_at)
      VALUES ('r1', 'u1', 'done', ?, ?, ?, 'admin', 'primaryAdministrator', '/archives/a', ?, ?)`,
  ).run(JSON.stringify({ ...plan, person }), plan.hash, JSON.stringify({ ...inventory, voicemail }), at, at)
  const step = db.prepare("INSERT INTO run_step VALUES ('r1', ?, ?, ?, 0, 'done', 1, ?, ?, NULL, NULL, NULL)")
  plan.steps.forEach((one, position) => step.run(position, one.title, JSON.stringify(one.action), at, at))
  db.exec("INSERT INTO run_message VALUES ('r1', 1, 'v1', '{}', 'data/voicemail/1.wav', NULL, NULL, NULL)")
  db.exec(
    `INSERT INTO archive VALUES ('a1', 'r1', '/archives/a', 'Dana Whitfield', '1042', '${at}', 1, 10, '${'0'.repeat(64)}', NULL, 'never')`,
  )
}

// Would catch: runs, proofs and archives that are lost or unreadable once plans can be about something else.
it('runs of the version before it are read as plans about a person, with their steps, messages and archive', () => {
  const database = new Database(':memory:')
  database.pragma('foreign_keys = ON')
  const now = (): string => at
  migrate(
    database,
    migrations.filter(({ id }) => id < 9),
    now,
  )
  database.exec(readFileSync('tests/support/rows.sql', 'utf8'))
  insertOldRun(database)
  migrate(
    database,
    migrations.filter(({ id }) => id >= 9),
    now,
  )
  const db = asWriteDb(database)
  const id = runId.parse('r1')
  const row = readRun(db, id)
  expect(runSchema.parse(toRun(db, row, { active: false, lost: null })).subject).toMatchObject({
    kind: 'person',
    name: 'Dana Whitfield',
  })
  expect(readSteps(db, id)).toHaveLength(row.plan.steps.length)
  expect(row).toMatchObject({ archive_id: 'a1', archive_path: '/archives/a' })
  expect(database.prepare('SELECT run_id, message_id FROM run_message').all()).toEqual([
    { run_id: 'r1', message_id: 'v1' },
  ])
  expect(database.pragma('foreign_key_check')).toEqual([])
})

it('who had an extension before a reset of the version before it is remembered', () => {
  const database = new Database(':memory:')
  migrate(
    database,
    migrations.filter(({ id }) => id < 9),
    () => at,
  )
  database.exec(readFileSync('tests/support/rows.sql', 'utf8'))
  insertOldRun(database)
  migrate(
    database,
    migrations.filter(({ id }) => id >= 9),
    () => at,
  )
  expect(database.prepare('SELECT * FROM extension_former_user').all()).toEqual([
    { extension_id: 'x1', until: at, user_id: 'u1' },
  ])
})
