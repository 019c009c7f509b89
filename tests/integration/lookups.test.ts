import { expect, it, vi } from 'vitest'
import { archivePathSql } from '../../src/main/archive/archiveRepository.ts'
import { createPlacing } from '../../src/main/features/imports/voicemail/placing.ts'
import { extensionOfEmailSql } from '../../src/main/features/imports/voicemail/repository.ts'
import { ActiveRuns, type ActiveDeps } from '../../src/main/runs/activeRuns.ts'
import { undoSql } from '../../src/main/runs/stepRepository.ts'
import { queryPlan } from '../support/queryPlan.ts'
import { demoFolder, offboard, openTestServices } from '../support/services.ts'

// Would catch: half a second without an answer at the start of a run, once there are 20,000 of them.
it.each([
  ['who writes to a folder', archivePathSql, ['/archives/1', '/archives/1'], 'run_by_archive_path'],
  ['which run undid a step', undoSql, ['run', 2], 'run_step_undo'],
  ['whose e-mail address it is', extensionOfEmailSql, ['dana@example.com'], 'user_by_email'],
])('%s is looked up, not searched for', async (_, sql, values, index) => {
  const { services } = await openTestServices(await demoFolder())
  const plan = queryPlan(services.db, sql, values)
  expect(plan).toContain(`USING INDEX ${index}`)
  expect(plan).not.toContain('SCAN')
})

it('finds a mailbox by e-mail in any case, and compiles nothing again for the next', async () => {
  const { services } = await openTestServices(await demoFolder())
  services.db.prepare("UPDATE user SET primary_email = 'Dana@Example.com' WHERE user_name = 'dana.whitfield'").run()
  const place = createPlacing(services.db, null)
  const prepare = vi.spyOn(services.db, 'prepare')
  const placed = ['dANA@example.com', 'nobody@example.com', ''].map((email) =>
    place({ name: `box ${email}`, context: '', holder: '', email }),
  )
  const refused = (name: string, why = '') => ({ refused: `box ${name} is not an extension of 2 to 10 digits${why}.` })
  expect(placed).toEqual([
    { extension: '1042', known: true },
    refused('nobody@example.com', ', and nobody who has an extension here has the email address nobody@example.com'),
    refused(''),
  ])
  expect(prepare).not.toHaveBeenCalled()
})

it('no index is the same as another', async () => {
  const { services } = await openTestServices(await demoFolder())
  const indexes = services.db
    .prepare<[], { name: string; sql: string }>(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL",
    )
    .all()
  const made = indexes.map(({ name, sql }) => sql.replace(name, ''))
  expect(made.filter((one, at) => made.indexOf(one) !== at)).toEqual([])
})

// Would catch: a plan of thousands of lines read and checked at each step, for one word.
it("tells of a run's status without reading its plan", async () => {
  const { services } = await openTestServices(await demoFolder())
  const { runId } = await offboard(services, '1042')
  const { plan } = services.runs.show(runId)
  services.db.prepare("UPDATE run SET status = 'running', plan = '{}', inventory = '{}'").run()
  const emit = vi.fn<ActiveDeps['emit']>()
  const runs = new ActiveRuns({ db: services.db, emit } as unknown as ActiveDeps)
  runs.changed({ id: runId, plan })
  expect(emit.mock.calls).toEqual([
    ['runs.changed', { runId, status: 'interrupted', title: 'Offboard Dana Whitfield' }],
  ])
})
