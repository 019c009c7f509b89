import { reportOf, stepsDone, type Run } from '../../../shared/offboarding/run.ts'
import type { Command } from '../command.ts'
import { done } from '../exitCodes.ts'
import { table } from '../output.ts'
import { runIdOf } from '../runIdOf.ts'

export const runShow: Command = {
  name: 'run show',
  summary: 'Shows one run, step by step.',
  takes: ['ID'],
  permission: 'viewCompany',
  options: {},
  details: [],
  run: async ({ output, args, open }) => {
    const { runs } = await open()
    const run = runs.show(runIdOf(args[0]!))
    output.value(run, () => readable(run))
    return done
  },
}

function readable(run: Run): string {
  const head = `${run.title}: ${run.status}, ${stepsDone(run)}, ${run.messages.proven} of ${run.messages.listed} messages proven\nArchive: ${run.archive ?? 'none'}\n\n`
  const steps = run.steps.map((step) => [
    `  ${step.position + 1}`,
    step.status,
    step.title,
    step.error?.message ?? reportOf(step),
  ])
  return head + table(steps)
}
