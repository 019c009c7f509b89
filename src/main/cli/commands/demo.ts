import { numberOption } from '../arguments.ts'
import type { Command } from '../command.ts'
import { done } from '../exitCodes.ts'

/** Creates the demo company, the same for the same numbers and day. */
export const demo: Command = {
  name: 'demo',
  summary: 'Creates the demo company in the data folder.',
  takes: [],
  permission: 'openOffhook',
  options: {
    users: { type: 'string' },
    calls: { type: 'string' },
    messages: { type: 'string' },
    seed: { type: 'string' },
  },
  details: ['--users N  --calls N  --messages N  --seed N'],
  run: async ({ io, output, options, open, dataFolder }) => {
    const size = {
      users: numberOption(options, 'users', 1, 1_000_000),
      calls: numberOption(options, 'calls', 0, 100_000_000),
      messages: numberOption(options, 'messages', 0, 10_000_000),
      seed: numberOption(options, 'seed', 0, 4_294_967_295),
    }
    const given = Object.fromEntries(Object.entries(size).filter(([, value]) => value !== undefined))
    const { tenant } = await open({ mayCreate: true })
    let total = 0
    await tenant.createDemo(given, (progress) => (total = progress.total), io.signal)
    const { name, users } = tenant.status()
    output.value({ name, users, created: total, dataFolder }, () => `${name}: ${users} users in ${dataFolder}\n`)
    return done
  },
}
