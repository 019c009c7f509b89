import { stepsDone, type RunSummary } from '../../../shared/offboarding/run.ts'
import type { Command } from '../command.ts'
import { done } from '../exitCodes.ts'
import { table } from '../output.ts'

const atOnce = 200

export const runs: Command = {
  name: 'runs',
  summary: 'Lists the runs: first those that can still go on, the newest first.',
  takes: [],
  permission: 'viewCompany',
  options: {},
  details: [],
  run: async ({ io, output, open }) => {
    const services = await open()
    for (let offset = 0; ; offset += atOnce) {
      const page = services.runs.list({ offset, limit: atOnce })
      for (const run of page) output.line(run)
      if (!output.json) io.stdout(table(page.map(readable)))
      if (page.length < atOnce) return done
    }
  },
}

function readable(run: RunSummary): string[] {
  const at = run.createdAt.slice(0, 16).replace('T', ' ')
  return [run.id, at, run.title, run.status, stepsDone(run)]
}
