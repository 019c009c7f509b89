import type { Command } from '../command.ts'
import { done, notValid } from '../exitCodes.ts'

export const auditVerify: Command = {
  name: 'audit verify',
  summary: 'Checks the hash chain of the audit entries, and its end against the head file and the archives.',
  takes: [],
  permission: 'viewAudit',
  options: {},
  details: [],
  run: async ({ output, open }) => {
    const { audit } = await open()
    const verified = await audit.verify()
    const { valid, entries, anchors, head, problems, problemCount } = verified
    const newest = head === null ? '' : `newest: ${head.seq} ${head.hash}\n`
    output.value(
      verified,
      () =>
        `${valid ? 'valid' : 'not valid'}: ${entries} entries, compared with ${anchors} ${anchors === 1 ? 'anchor' : 'anchors'}\n${newest}`,
    )
    if (!output.json) {
      for (const problem of problems) output.say(problem.message)
      if (problemCount > problems.length) output.say(`… and ${problemCount - problems.length} more problems.`)
    }
    return valid ? done : notValid
  },
}
