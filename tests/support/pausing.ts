import type { StepKind } from '../../src/shared/offboarding/action.ts'
import type { Choices } from '../../src/shared/offboarding/choices.ts'
import { demoFolder, offboard, openTestServices } from './services.ts'

/** The demo company; pauseAfter: the next run is stopped as soon as its step of this kind is done. */
export async function openPausing() {
  let awaited: StepKind | null = null
  const opened = await openTestServices(await demoFolder(), ({ name, payload }) => {
    if (awaited === null || name !== 'runs.changed' || !('status' in payload)) return
    const { steps } = opened.services.runs.show(payload.runId)
    if (steps.find(({ action }) => action.kind === awaited)?.status !== 'done') return
    awaited = null
    void opened.services.runs.cancel(payload.runId)
  })
  return { ...opened, pauseAfter: (kind: StepKind) => void (awaited = kind) }
}

/** An offboarding that is paused once the archive is proven. */
export async function pausedAfterArchive(user = '1042', chosen: Partial<Choices> = {}) {
  const opened = await openPausing()
  opened.pauseAfter('archiveVoicemail')
  const { run, person } = await offboard(opened.services, user, chosen)
  if (run.status !== 'paused') throw new Error(`The run is ${run.status}`)
  return { ...opened, run, person }
}
