import type { Command } from '../command.ts'
import { packCommand } from '../packArchive.ts'
import { passphraseOf } from '../passphrase.ts'

export const archiveSeal: Command = {
  name: 'archive seal',
  summary: 'Verifies an archive and seals it with a passphrase in one file that shows nothing but its size.',
  takes: ['DIR'],
  permission: 'exportData',
  options: { to: { type: 'string' } },
  details: [
    '--to FILE   the sealed file, in the age format: "age --decrypt FILE > archive.zip" opens it, too',
    'The passphrase is asked for, or taken from OFFHOOK_PASSPHRASE; without it nobody opens the file again.',
  ],
  run: async (input) => packCommand(input, await passphraseOf(input.io, { isNew: true, say: input.output.say })),
}
