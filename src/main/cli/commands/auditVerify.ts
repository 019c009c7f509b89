import { verifyAudit } from '../../audit/repository.ts'
import type { Command } from '../command.ts'
import { done, notValid } from '../exitCodes.ts'

export const auditVerify: Command = {
  name: 'audit verify',
  summary: 'Checks the hash chain of the audit entries.',
  takes: [],
  options: {},
  details: [],
  run: async ({ output, open }) => {
    const { db } = await open()
    const { entries, problems } = verifyAudit(db)
    const valid = problems.length === 0
    output.value({ valid, entries, problems }, () => `${valid ? 'valid' : 'not valid'}: ${entries} entries\n`)
    if (!output.json) for (const problem of problems) output.say(problem.message)
    return valid ? done : notValid
  },
}
