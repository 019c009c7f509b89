import type { Command } from '../command.ts'
import { packCommand } from '../packArchive.ts'

export const archiveExport: Command = {
  name: 'archive export',
  summary: 'Verifies an archive and writes it as one zip: stored, in order, the same bytes each time.',
  takes: ['DIR'],
  permission: 'exportData',
  options: { to: { type: 'string' } },
  details: [
    '--to FILE.zip  the zip; a file that exists is not replaced',
    'With --data the export is told in the audit of that data folder.',
  ],
  run: (input) => packCommand(input, null),
}
