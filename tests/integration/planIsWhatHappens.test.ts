import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Services } from '../../src/main/services.ts'
import { choices as choicesSchema, type ChoicesInput } from '../../src/shared/offboarding/choices.ts'
import type { Plan } from '../../src/shared/offboarding/plan.ts'
import { retentionEnd } from '../../src/shared/retention/rules.ts'
import type { UserId } from '../../src/shared/ids.ts'
import { choicesFor } from '../support/choicesFor.ts'
import { differences, dumpDatabase, type Dump } from '../support/databaseDump.ts'
import { asPlanned } from '../support/expectedRows.ts'
import { demoFolder, offboard, openTestServices } from '../support/services.ts'

/** Who is left over is met again weeks later, when some have left before. */
const rounds = ['2026-11-23T10:42:00.000Z', '2026-12-20T08:00:00.000Z'] as const
/** People who stay, at every site. */
const staying = ['1009', '1044', '2001', '3016'] as const
const attempts = 40

type Person = { id: UserId; user_name: string }

it('what the plan said is what happened, and nothing else changed: everyone, twice, by chance', async () => {
  const { services, clock } = await openTestServices(await demoFolder())
  const people = services.db
    .prepare<[], Person>(
      `SELECT user.id, user_name FROM user JOIN extension ON user_id = user.id
        WHERE extension_number NOT IN (SELECT value FROM json_each('${JSON.stringify(staying)}')) ORDER BY extension_number`,
    )
    .all()
  const found: string[] = []
  let [runs, unplanned] = [0, 0]
  for (const at of rounds) {
    clock.set(at)
    for (const person of people) {
      runs += 1
      const chosen = await chooseFor(services, person, runs)
      const wrong = chosen === null ? [] : await runAndCompare(services, person, chosen, at)
      if (wrong.length > 0) found.push(`${person.user_name} ${JSON.stringify(chosen)}`, ...wrong)
      if (chosen === null) unplanned += 1
    }
  }
  expect(found).toEqual([])
  expect(runs - unplanned).toBeGreaterThan(60)
}, 600_000)

/** Choices whose plan has no blocker; null when chance finds none. */
async function chooseFor(services: Services, { id }: Person, seed: number): Promise<ChoicesInput | null> {
  const inventory = await services.directory.show(id)
  for (const chosen of fc.sample(choicesFor(inventory, staying), { seed, numRuns: attempts })) {
    const plan = await services.planner.plan(id, choicesSchema.parse(chosen))
    if (plan.blockers.length === 0) return chosen
  }
  return null
}

async function runAndCompare(services: Services, person: Person, chosen: ChoicesInput, at: string): Promise<string[]> {
  const before = dumpDatabase(services.db)
  const plan = await services.planner.plan(person.id, choicesSchema.parse(chosen))
  const confirm = plan.person.extension ?? plan.person.userName
  const { run } = await offboard(services, person.user_name, chosen, confirm)
  if (run.status !== 'done') return [`The run is ${run.status}: ${run.error?.message ?? ''}`]
  const after = dumpDatabase(services.db)
  const { dump, miscounted } = asPlanned(before, plan, after, at)
  return [...miscounted, ...differences(dump, after), ...wrongRetention(plan, after)]
}

/** A day named for other products counts from the day the person left, as the sweeper will. */
function wrongRetention({ effects, person }: Plan, after: Dump): string[] {
  const leftAt = String(after.get('user')!.get(person.userId)!['left_at'])
  return effects
    .filter(({ fate, until }) => fate === 'removedOn' && until !== retentionEnd(leftAt, 12))
    .map(({ what, until }) => `${what}: the plan says ${until}, the person left at ${leftAt}`)
}
