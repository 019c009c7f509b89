import type { Emit, Events } from '../shared/ipc/contract.ts'
import type { RunStatus } from '../shared/offboarding/run.ts'
import type { Desktop } from './desktop.ts'

type Notices = Pick<Desktop, 'notify' | 'showProgress' | 'keepAwake'>

const endings: { readonly [S in RunStatus]?: string } = {
  done: 'Done: every step has finished. The closing report is ready.',
  failed: 'Stopped: a step failed. Offhook shows the cause and how to continue.',
  paused: 'Paused: the run is saved and can be continued later.',
}

/** Passes events on to the window and tells the desktop of runs: progress, staying awake, a notice at the end. */
export function announceRuns(emit: Emit, desktop: Notices): Emit {
  const working = new Set<string>()
  const settle = ({ runId, status, title }: Events['runs.changed']): void => {
    const wasWorking = working.size > 0
    if (status === 'running') working.add(runId)
    else if (working.delete(runId)) announceEnd(status, title, desktop)
    if (wasWorking === working.size > 0) return
    desktop.keepAwake(working.size > 0)
    desktop.showProgress(working.size > 0 ? 0 : null)
  }
  return (name, payload) => {
    emit(name, payload)
    // The name decides the payload; the compiler does not follow that through a generic.
    if (name === 'runs.changed') settle(payload as Events['runs.changed'])
    if (name === 'runs.progress') showProgress(payload as Events['runs.progress'], working, desktop)
  }
}

function announceEnd(status: RunStatus, title: string, desktop: Notices): void {
  const ending = endings[status]
  if (ending !== undefined) desktop.notify(title, ending)
}

function showProgress(
  { runId, done, total, bytes, totalBytes }: Events['runs.progress'],
  working: ReadonlySet<string>,
  desktop: Notices,
): void {
  if (!working.has(runId)) return
  if (totalBytes) desktop.showProgress(Math.min(bytes / totalBytes, 1))
  else if (total) desktop.showProgress(Math.min(done / total, 1))
}
