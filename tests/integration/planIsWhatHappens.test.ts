import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Services } from '../../src/main/services.ts'
import { choices as choicesSchema, extensionChoices, type ChoicesInput } from '../../src/shared/offboarding/choices.ts'
import type { Plan } from '../../src/shared/offboarding/plan.ts'
import type { PlanRequest } from '../../src/shared/offboarding/request.ts'
import { referenceOf } from '../../src/shared/offboarding/subject.ts'
import { dayHere } from '../../src/shared/dayHere.ts'
import { retentionEnd } from '../../src/shared/retention/rules.ts'
import type { ExtensionId, UserId, VoicemailId } from '../../src/shared/ids.ts'
import { choicesFor, choicesForExtension } from '../support/choicesFor.ts'
import { differences, dumpDatabase, type Dump } from '../support/databaseDump.ts'
import { asPlanned } from '../support/expectedRows.ts'
import { carryOut, demoFolder, offboard, openTestServices } from '../support/services.ts'

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
      const wrong = chosen === null ? [] : await runAndCompare(services, requestFor(person, chosen), at)
      if (wrong.length > 0) found.push(`${person.user_name} ${JSON.stringify(chosen)}`, ...wrong)
      if (chosen === null) unplanned += 1
    }
  }
  expect(found).toEqual([])
  expect(runs - unplanned).toBeGreaterThan(60)
}, 600_000)

it('what the plan of an extension said is what happened, and nothing else changed: every extension, by chance', async () => {
  const { services, clock } = await openTestServices(await demoFolder())
  await freeSome(services)
  const found: string[] = []
  let runs = 0
  for (const at of rounds) {
    clock.set(at)
    for (const extensionId of extensionsOf(services)) {
      const request = await chooseForExtension(services, extensionId, (runs += 1))
      if (request === null) continue
      const wrong = await runAndCompare(services, request, at)
      if (wrong.length > 0) found.push(JSON.stringify(request), ...wrong)
    }
  }
  expect(found).toEqual([])
  expect(runs).toBeGreaterThan(60)
}, 600_000)

it('saving chosen messages of several extensions, free ones too, changes nothing but that they are saved', async () => {
  const { services } = await openTestServices(await demoFolder())
  await freeSome(services)
  const messageIds = services.db
    .prepare<[], { id: VoicemailId }>('SELECT id FROM voicemail_message ORDER BY id LIMIT 60')
    .all()
    .map(({ id }) => id)
  expect(await runAndCompare(services, { kind: 'messages', messageIds }, rounds[0])).toEqual([])
})

/** Extensions that somebody left, with what is on them. */
async function freeSome(services: Services): Promise<void> {
  for (const user of ['dana.whitfield', 'marcus.reyes']) await offboard(services, user, { voicemail: { kind: 'keep' } })
}

function extensionsOf({ db }: Services): ExtensionId[] {
  return db
    .prepare<[], { id: ExtensionId }>('SELECT id FROM extension ORDER BY extension_number')
    .all()
    .map(({ id }) => id)
}

async function chooseForExtension(
  services: Services,
  extensionId: ExtensionId,
  seed: number,
): Promise<PlanRequest | null> {
  const nothing = { kind: 'extension' as const, extensionId, choices: extensionChoices.parse({}) }
  const { inventory } = await services.planner.planWithInventory(nothing)
  if (!('holder' in inventory)) throw new Error('An extension has its own inventory')
  const elsewhere = services.db
    .prepare<[], { n: string }>(
      'SELECT phone_number AS n FROM phone_number WHERE extension_id IS NULL ORDER BY n LIMIT 9',
    )
    .all()
    .map(({ n }) => n)
  const arbitrary = choicesForExtension(inventory, staying, elsewhere)
  for (const chosen of fc.sample(arbitrary, { seed, numRuns: attempts })) {
    const request = { kind: 'extension' as const, extensionId, choices: extensionChoices.parse(chosen) }
    if ((await services.planner.plan(request)).blockers.length === 0) return request
  }
  return null
}

/** Choices whose plan has no blocker; null when chance finds none. */
async function chooseFor(services: Services, { id }: Person, seed: number): Promise<ChoicesInput | null> {
  const inventory = await services.directory.show(id)
  for (const chosen of fc.sample(choicesFor(inventory, staying), { seed, numRuns: attempts })) {
    const plan = await services.planner.plan(requestFor({ id }, chosen))
    if (plan.blockers.length === 0) return chosen
  }
  return null
}

function requestFor({ id }: Pick<Person, 'id'>, chosen: ChoicesInput): PlanRequest {
  return { kind: 'person', userId: id, choices: choicesSchema.parse(chosen) }
}

async function runAndCompare(services: Services, request: PlanRequest, at: string): Promise<string[]> {
  const before = dumpDatabase(services.db)
  const plan = await services.planner.plan(request)
  const { run } = await carryOut(services, request, plan.subject.extension ?? referenceOf(plan.subject))
  if (run.status !== 'done') return [`The run is ${run.status}: ${run.error?.message ?? ''}`]
  const after = dumpDatabase(services.db)
  const chosen = request.kind === 'messages' ? request.messageIds : []
  const { dump, miscounted } = asPlanned(before, { plan, chosen }, after, at)
  return [...miscounted, ...differences(dump, after), ...wrongRetention(plan, after)]
}

/** A day named for other products counts from the day the person left, as the sweeper will. */
function wrongRetention({ effects, subject }: Plan, after: Dump): string[] {
  if (subject.kind !== 'person') return []
  const leftAt = String(after.get('user')!.get(subject.userId)!['left_at'])
  return effects
    .filter(({ fate, until }) => fate === 'removedOn' && until !== retentionEnd(dayHere(new Date(leftAt)), 12))
    .map(({ what, until }) => `${what}: the plan says ${until}, the person left at ${leftAt}`)
}
