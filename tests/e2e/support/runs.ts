import type { Page } from '@playwright/test'
import type { RunId } from '../../../src/shared/ids.ts'
import type { StepKind } from '../../../src/shared/offboarding/action.ts'
import { choices, type ChoicesInput } from '../../../src/shared/offboarding/choices.ts'
import type { Run } from '../../../src/shared/offboarding/run.ts'
import { answerOpenDialog } from './desktop.ts'
import { ask } from './invoke.ts'
import type { Launched } from './launch.ts'

/** What a run does beyond the usual, and what is typed to confirm it. */
export type Chosen = { choices?: ChoicesInput; confirm?: string }

/** Offboards a person, with the usual choices unless others are given, the archive in this folder, without the wizard. */
export async function startRun(
  { app, window }: Pick<Launched, 'app' | 'window'>,
  person: string,
  folder: string,
  { choices: chosen = {}, confirm }: Chosen = {},
): Promise<RunId> {
  await answerOpenDialog(app, folder)
  const grant = await ask(window, 'folders.chooseArchive', {})
  const { users } = await ask(window, 'users.list', { filter: { search: person }, limit: 1 })
  const request = { kind: 'person' as const, userId: users[0]!.id, choices: choices.parse(chosen) }
  const { hash: planHash } = await ask(window, 'offboarding.plan', request)
  const { approval } = await ask(window, 'runs.approve', { request, planHash })
  const start = { request, planHash, approval, archiveFolder: grant!.grantId, confirm: confirm ?? null, draftId: null }
  return (await ask(window, 'runs.start', start)).runId
}

/** Undoes the step of a kind of a run that has ended, and answers the run that did it. */
export async function undoStep(window: Page, runId: RunId, kind: StepKind): Promise<Run> {
  const { steps } = await ask(window, 'runs.show', { runId })
  const { position } = steps.find(({ action }) => action.kind === kind)!
  const request = { kind: 'undo' as const, runId, position }
  const { hash: planHash } = await ask(window, 'offboarding.plan', request)
  const { approval } = await ask(window, 'runs.approve', { request, planHash })
  const archiveFolder = (await ask(window, 'folders.archive', {})).grantId
  const start = { request, planHash, approval, archiveFolder, confirm: null, draftId: null }
  const undo = await ask(window, 'runs.start', start)
  return untilRun(window, undo.runId, ({ status }) => status !== 'running')
}

/** Asks as fast as main answers, so that the moment is met while it lasts. */
export async function untilRun(window: Page, runId: RunId, reached: (run: Run) => boolean): Promise<Run> {
  const deadline = Date.now() + 30_000
  while (Date.now() < deadline) {
    const run = await ask(window, 'runs.show', { runId })
    if (reached(run)) return run
  }
  throw new Error('The run did not reach the moment within 30 s')
}
