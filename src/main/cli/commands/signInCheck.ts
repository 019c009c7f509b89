import type { Command } from '../command.ts'
import { done } from '../exitCodes.ts'

export const signInCheck: Command = {
  name: 'sign-in-check',
  summary: 'Tells whether the phone system would let a person sign in, and why.',
  takes: ['USER'],
  permission: 'viewCompany',
  options: {},
  details: ['USER is an id, a user name, an e-mail or an extension.'],
  run: async ({ output, args, open }) => {
    const { directory, rules } = await open()
    const verdict = await rules.signInCheck(directory.find(args[0]!))
    output.value(verdict, () => `${verdict.allowed ? 'allowed' : 'refused'}: ${verdict.reason}\n`)
    return done
  },
}
