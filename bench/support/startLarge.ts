import type { Services } from '../../src/main/services.ts'
import { choices } from '../../src/shared/offboarding/choices.ts'
import type { PlanRequest } from '../../src/shared/offboarding/request.ts'
import { demoData } from './demoData.ts'
import { openBench } from './openBench.ts'

const extension = '1042'

export type LargeMailbox = { services: Services; request: PlanRequest; folder: string }

/** The demo company, in which one person has so many messages more; only their rows, as nothing reads their audio. */
export async function openWithMailbox(messages: number): Promise<LargeMailbox> {
  const folder = demoData()
  const services = await openBench(folder)
  const insert = services.db.prepare(
    `INSERT INTO voicemail_message (id, extension_id, caller_name, caller_number, received_at, seconds, folder, is_read,
        is_urgent, format, file, bytes, sha256, transcript)
      SELECT 'bench' || @index, id, 'Caller ' || @index, '+12125550134', @at, 9.5, 'INBOX', 0, 0, 'wav-pcm',
        'aa/bench' || @index || '.wav', 152044, '${'0'.repeat(64)}', 'Please call me back about the order of last week.'
      FROM extension WHERE extension_number = @extension`,
  )
  const insertAll = services.db.transaction(() => {
    for (let index = 0; index < messages; index += 1)
      insert.run({ index, extension, at: new Date(Date.UTC(2020, 0, 1) + index * 3_600_000).toISOString() })
  })
  insertAll.immediate()
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
