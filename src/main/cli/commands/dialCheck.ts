import type { Command } from '../command.ts'
import { done } from '../exitCodes.ts'

export const dialCheck: Command = {
  name: 'dial-check',
  summary: 'Tells whether the phone system would let an extension dial a number, and why.',
  takes: ['EXTENSION', 'NUMBER'],
  permission: 'viewCompany',
  options: {},
  details: [],
  run: async ({ output, args, open }) => {
    const { rules } = await open()
    const verdict = rules.dialCheck(args[0]!, args[1]!)
    output.value(verdict, () => `${verdict.allowed ? 'allowed' : 'refused'}: ${verdict.reason}\n`)
    return done
  },
}
