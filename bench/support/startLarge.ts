import type { Services } from '../../src/main/services.ts'
import { choices } from '../../src/shared/offboarding/choices.ts'
import type { PlanRequest } from '../../src/shared/offboarding/request.ts'
import { fillMailbox } from '../../tests/support/fillMailbox.ts'
import { demoData } from './demoData.ts'
import { openBench } from './openBench.ts'

const extension = '1042'

export type LargeMailbox = { services: Services; request: PlanRequest; folder: string }

/** The demo company, in which one person has so many messages more; only their rows, as nothing reads their audio. */
export async function openWithMailbox(messages: number): Promise<LargeMailbox> {
  const folder = demoData()
  const services = await openBench(folder)
  fillMailbox(services.db, extension, messages, (index) => ({
    id: `bench${index}`,
    receivedAt: new Date(Date.UTC(2020, 0, 1) + index * 3_600_000).toISOString(),
  }))
  const request = { kind: 'person' as const, userId: services.directory.find(extension), choices: choices.parse({}) }
  return { services, request, folder }
}

/** Plans, approves and begins, as the window does; answers how to end the run again. */
export async function startLarge({ services, request, folder }: LargeMailbox): Promise<() => Promise<void>> {
  const { hash: planHash } = await services.planner.plan(request)
  const { approval } = await services.runs.approve(request, planHash)
  const id = await services.runs.start({
    request,
    planHash,
    approval,
    archiveFolder: folder,
    confirm: null,
    draftId: null,
  })
  return () => services.runs.abandon(id)
}
