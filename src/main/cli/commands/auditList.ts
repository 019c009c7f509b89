import { auditSentence } from '../../../shared/audit/actions.ts'
import type { Command } from '../command.ts'
import { done } from '../exitCodes.ts'
import { table } from '../output.ts'

export const auditList: Command = {
  name: 'audit list',
  summary: 'Lists the audit entries, oldest first.',
  takes: [],
  permission: 'viewAudit',
  options: {},
  details: [],
  run: async ({ io, output, open }) => {
    const { audit } = await open()
    for (const entry of audit.entries()) {
      output.line(entry)
      if (!output.json)
        io.stdout(table([[entry.seq, entry.at.slice(0, 19).replace('T', ' '), entry.operator, auditSentence(entry)]]))
    }
    return done
  },
}
