import type { Command } from '../command.ts'
import { done } from '../exitCodes.ts'

export const signInCheck: Command = {
  name: 'sign-in-check',
  summary: 'Tells whether a person or an operator may sign in, and why.',
  takes: ['USER'],
  permission: 'viewCompany',
  options: {},
  details: ['USER is an id, a user name, an email or an extension, or the user name of an operator.'],
  run: async ({ output, args, open }) => {
    const { directory, rules, signIn } = await open()
    const verdict = signIn.verdictOf(args[0]!) ?? (await rules.signInCheck(directory.find(args[0]!)))
    output.value(verdict, () => `${verdict.allowed ? 'allowed' : 'refused'}: ${verdict.reason}\n`)
    return done
  },
}
