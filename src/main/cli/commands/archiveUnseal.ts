import { resolve } from 'node:path'
import type { UnsealProgress } from '../../archive/pack/unsealArchive.ts'
import { textOption } from '../arguments.ts'
import type { Command } from '../command.ts'
import { requireInput } from '../choicesFile.ts'
import { done } from '../exitCodes.ts'
import { openPacker, progressTeller, requiredTarget } from '../packArchive.ts'
import { passphraseOf } from '../passphrase.ts'

export const archiveUnseal: Command = {
  name: 'archive unseal',
  summary: 'Opens a sealed archive into a new folder, and verifies it.',
  takes: ['FILE'],
  permission: 'exportData',
  options: { to: { type: 'string' } },
  details: [
    '--to DIR   the folder in which the folder of the archive is made',
    'The passphrase is asked for, or taken from OFFHOOK_PASSPHRASE.',
  ],
  run: async ({ io, output, args, options, dataFolder }) => {
    const to = requiredTarget(textOption(options, 'to'), 'archive unseal')
    await requireInput(args[0]!)
    const passphrase = await passphraseOf(io, { isNew: false, say: output.say })
    const packer = await openPacker(io, dataFolder)
    const report = progressTeller<UnsealProgress>(output, { opening: 'Opening', unpacking: 'Unpacking' })
    const request = { file: resolve(args[0]!), to: resolve(to), passphrase }
    const folder = await packer.unseal(request, { signal: io.signal, report })
    output.value({ type: 'result', folder }, () => `${folder}\n`)
    return done
  },
}
