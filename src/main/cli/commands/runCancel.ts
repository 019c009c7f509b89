import { stepsDone } from '../../../shared/offboarding/run.ts'
import type { Command } from '../command.ts'
import { done } from '../exitCodes.ts'
import { runIdOf } from '../runIdOf.ts'

export const runCancel: Command = {
  name: 'run cancel',
  summary: 'Gives a run up for good: done steps stay done, the archive stays where it is.',
  takes: ['ID'],
  permission: 'offboard',
  options: {},
  details: ['To pause a run, press Ctrl+C where it runs.'],
  run: async ({ output, args, open }) => {
    const { runs } = await open()
    const id = runIdOf(args[0]!)
    await runs.abandon(id)
    const run = runs.show(id)
    output.value(
      { runId: id, status: run.status, stepsDone: run.stepsDone, stepsTotal: run.stepsTotal },
      () => `${run.status}: ${stepsDone(run)}\n`,
    )
    return done
  },
}
