import { AppError } from '../../../shared/ipc/errors.ts'
import type { Run } from '../../../shared/offboarding/run.ts'
import { textOption } from '../arguments.ts'
import type { Command } from '../command.ts'
import { planDetails, planOptions, planOrRun } from '../planOrRun.ts'
import { runIdOf } from '../runIdOf.ts'

export const runUndo: Command = {
  name: 'run undo',
  summary: 'Undoes a step of a run that has ended, as a run of its own.',
  takes: ['ID'],
  permission: 'offboard',
  options: { step: { type: 'string' }, ...planOptions },
  details: ['--step N         the step, as run show numbers it; else the last one that can be undone', ...planDetails],
  run: (input) =>
    planOrRun(input, ({ runs }) => {
      const run = runs.show(runIdOf(input.args[0]!))
      return { kind: 'undo', runId: run.id, position: positionOf(run, textOption(input.options, 'step')) }
    }),
}

/** The position of the step that was named by its number, or of the last one that can be undone. */
function positionOf(run: Run, step: string | undefined): number {
  if (step !== undefined) {
    const number = Number(step)
    if (Number.isInteger(number) && number >= 1 && number <= run.steps.length) return number - 1
    throw new AppError('VALIDATION_FAILED', `The run has the steps 1 to ${run.steps.length}; there is no step ${step}.`)
  }
  const last = run.steps.findLast(({ status, reversibility }) => status === 'done' && reversibility === 'compensatable')
  if (last === undefined)
    throw new AppError('BLOCKED', 'No step of this run can be undone any more. See it with: run show ID')
  return last.position
}
