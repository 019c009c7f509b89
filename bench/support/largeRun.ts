import { join } from 'node:path'
import type { Services } from '../../src/main/services.ts'
import { choices } from '../../src/shared/offboarding/choices.ts'
import { fillWithAudio } from '../../tests/support/fillMailbox.ts'
import { demoData } from './demoData.ts'
import { openBench } from './openBench.ts'

const extension = '1042'

export type LargeMailbox = { services: Services; folder: string }

/** The demo company, in which one person has so many messages more. */
export async function openWithMailbox(messages: number): Promise<LargeMailbox> {
  const folder = demoData()
  const services = await openBench(folder)
  fillWithAudio(services.db, folder, extension, messages)
  return { services, folder }
}

/** Plans, approves and carries out, as the window does: saved, proven, deleted, the extension reset, the user deactivated. */
export async function offboardLarge({ services, folder }: LargeMailbox): Promise<void> {
  const chosen = choices.parse({ voicemail: { kind: 'delete' } })
  const request = { kind: 'person' as const, userId: services.directory.find(extension), choices: chosen }
  const { hash: planHash } = await services.planner.plan(request)
  const { approval } = await services.runs.approve(request, planHash)
  const archiveFolder = join(folder, 'archives')
  const start = { request, planHash, approval, archiveFolder, confirm: null, draftId: null }
  const { status, error } = await services.runs.settled(await services.runs.start(start))
  if (status !== 'done') throw new Error(`The run is ${status}: ${error?.message}`)
}
