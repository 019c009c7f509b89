import { AppError } from '../../../shared/ipc/errors.ts'
import type { PlanRequest } from '../../../shared/offboarding/request.ts'
import type { Run } from '../../../shared/offboarding/run.ts'
import { textOption } from '../arguments.ts'
import type { Command } from '../command.ts'
import { done } from '../exitCodes.ts'
import { createFollower } from '../followRun.ts'
import { runIdOf } from '../runIdOf.ts'

export const runUndo: Command = {
  name: 'run undo',
  summary: 'Undoes a step of a run that has ended, as a run of its own.',
  takes: ['ID'],
  permission: 'offboard',
  options: { step: { type: 'string' }, approve: { type: 'string' }, plan: { type: 'boolean' } },
  details: [
    '--step N         the step, as run show numbers it; else the last one that can be undone',
    '--plan           prints the plan of the undo as JSON and changes nothing',
    '--approve HASH   the hash of the plan that was reviewed; nothing is done when the plan is another one by now',
  ],
  run: async ({ io, output, args, options, open }) => {
    const follower = createFollower(output)
    const { planner, runs } = await open({ emit: follower.emit })
    const run = runs.show(runIdOf(args[0]!))
    const request: PlanRequest = { kind: 'undo', runId: run.id, position: positionOf(run, textOption(options, 'step')) }
    const plan = await planner.plan(request)
    if (options['plan'] === true) {
      output.value(plan, () => `${JSON.stringify(plan, null, 2)}\n`)
      return done
    }
    const reviewed = textOption(options, 'approve')
    if (reviewed !== undefined && reviewed !== plan.hash)
      throw new AppError(
        'PLAN_DRIFTED',
        `The plan is not the one that was approved: its hash is ${plan.hash} now. Review it again with --plan`,
        { hash: plan.hash },
      )
    const { approval } = await runs.approve(request, plan.hash)
    // An undo saves nothing, so it has no archive.
    const start = { request, planHash: plan.hash, approval, archiveFolder: '', confirm: null, draftId: null }
    return follower.follow(runs, await runs.start(start), io.signal)
  },
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
