import type { Command } from '../command.ts'
import { createFollower } from '../followRun.ts'
import { runIdOf } from '../runIdOf.ts'

export const runResume: Command = {
  name: 'run resume',
  summary: 'Continues a run that was paused or interrupted, or tries its failed step again.',
  takes: ['ID'],
  permission: 'offboard',
  options: {},
  details: ['Ctrl+C pauses the run again.'],
  run: async ({ io, output, args, open }) => {
    const follower = createFollower(output)
    const { runs } = await open({ emit: follower.emit })
    const id = runIdOf(args[0]!)
    runs.resume(id)
    return follower.follow(runs, id, io.signal)
  },
}
