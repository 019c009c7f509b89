import type { Command } from '../command.ts'
import { done } from '../exitCodes.ts'
import { table } from '../output.ts'

export const runs: Command = {
  name: 'runs',
  summary: 'Lists the runs, newest first.',
  takes: [],
  permission: 'viewCompany',
  options: {},
  details: [],
  run: async ({ io, output, open }) => {
    const services = await open()
    const list = services.runs.list()
    for (const run of list) output.line(run)
    if (!output.json)
      io.stdout(
        table(
          list.map((run) => [
            run.id,
            run.createdAt.slice(0, 16).replace('T', ' '),
            run.subject.name,
            run.status,
            `${run.stepsDone}/${run.stepsTotal}`,
          ]),
        ),
      )
    return done
  },
}
