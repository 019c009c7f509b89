import { randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, onTestFinished } from 'vitest'
import type { EventName, Events } from '../../src/shared/ipc/contract.ts'
import type { RunId, UserId } from '../../src/shared/ids.ts'
import { choices as choicesSchema, type ChoicesInput } from '../../src/shared/offboarding/choices.ts'
import type { PlanRequest } from '../../src/shared/offboarding/request.ts'
import type { Run } from '../../src/shared/offboarding/run.ts'
import { openServices, type Services } from '../../src/main/services.ts'
import { fixedClock } from './clock.ts'
import { testFolder } from './folder.ts'
import { operator } from './inventory.ts'

const quiet = { info: () => {}, warn: () => {}, error: () => {} }
export type Heard = { name: EventName; payload: Events[EventName] }

/**
 * The real services on a real data folder; hear: what a test does when main tells the window something. threadsFolder: where
 * the built threads lie that it uses.
 */
export async function openTestServices(
  dataFolder = testFolder(),
  hear: (heard: Heard) => void = () => {},
  threadsFolder?: string,
) {
  const clock = fixedClock()
  const services = await openServices({
    dataFolder,
    resourcesFolder: 'resources',
    ...(threadsFolder !== undefined && { threadsFolder }),
    version: '0.0.0',
    clock,
    ids: { next: randomUUID },
    log: quiet,
    emit: (name, payload) => hear({ name, payload }),
  })
  services.session.actAs({ ...operator, auditPrivilege: false })
  onTestFinished(() => services.close())
  return { services, clock, dataFolder }
}

/** One demo company a test file, copied for each test. */
let made: Promise<string> | null = null

afterAll(async () => {
  if (made !== null) rmSync(await made, { recursive: true, force: true })
})

export async function demoFolder(): Promise<string> {
  made ??= makeDemo()
  const folder = testFolder()
  cpSync(await made, folder, { recursive: true })
  return folder
}

async function makeDemo(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'offhook-demo-'))
  const { services } = await openTestServices(folder)
  await services.tenant.createDemo({}, () => {})
  await services.close()
  return folder
}

export type Started = { runId: RunId; archiveFolder: string }

/** Plans, approves and starts, as the window does. */
export async function startPlan(
  services: Services,
  request: PlanRequest,
  confirm: string | null = null,
): Promise<Started> {
  const archiveFolder = testFolder()
  const { hash: planHash } = await services.planner.plan(request)
  const { approval } = await services.runs.approve(request, planHash)
  const start = { request, planHash, approval, archiveFolder, confirm, draftId: null }
  return { runId: await services.runs.start(start), archiveFolder }
}

/** The same, until the run has ended. */
export async function carryOut(
  services: Services,
  request: PlanRequest,
  confirm: string | null = null,
): Promise<Started & { run: Run }> {
  const started = await startPlan(services, request, confirm)
  return { ...started, run: await services.runs.settled(started.runId) }
}

type StartedFor = Started & { person: UserId }

export async function startRun(
  services: Services,
  user: string,
  chosen: ChoicesInput = {},
  confirm: string | null = null,
): Promise<StartedFor> {
  const person = services.directory.find(user)
  const request = { kind: 'person' as const, userId: person, choices: choicesSchema.parse(chosen) }
  return { person, ...(await startPlan(services, request, confirm)) }
}

export async function offboard(
  services: Services,
  user: string,
  chosen: ChoicesInput = {},
  confirm: string | null = null,
): Promise<StartedFor & { run: Run }> {
  const started = await startRun(services, user, chosen, confirm)
  return { ...started, run: await services.runs.settled(started.runId) }
}
