import { readdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Verification } from '../../../shared/archives/model.ts'
import { verifyBag, type VerifyOptions } from '../../archive/verifyBag.ts'
import { toReadError } from '../../files/diskErrors.ts'
import type { Command, CommandInput } from '../command.ts'
import { done, notValid } from '../exitCodes.ts'
import { table } from '../output.ts'

export const archiveVerify: Command = {
  name: 'archive verify',
  summary: 'Checks a BagIt bag, ours or any other: every file is there, nothing else is, every hash is right.',
  takes: ['DIR'],
  permission: 'viewCompany',
  options: {},
  details: [
    'Judges BagIt 0.93 to 1.0 (RFC 8493) with md5, sha1, sha224, sha256, sha384 and sha512. Warnings do not make a bag invalid.',
    'With --data the archive is also compared with what that data folder recorded when it was saved, and the verdict is kept',
    'there: for an archive of its list that needs an administrator.',
  ],
  run: async (input) => {
    const { output } = input
    const verification = await verify(input)
    const { valid, complete, payloadFiles, payloadBytes, problems, warnings } = verification
    const verdict = valid ? 'valid' : complete ? 'not valid' : 'not valid, not complete'
    output.value(
      verification,
      () => `${verdict}: ${payloadFiles} files, ${payloadBytes} bytes in ${verification.bag}\n`,
    )
    if (!output.json) {
      input.io.stderr(table(problems.map((one) => [one.code, one.message])))
      input.io.stderr(table(warnings.map((one) => ['warning', one.code, one.message])))
    }
    return valid ? done : notValid
  },
}

async function verify({ io, args, options, open }: CommandInput): Promise<Verification> {
  const how: VerifyOptions = { signal: io.signal, report: () => undefined }
  const bag = resolve(args[0]!)
  if (options['data'] === undefined) return verifyReadable(bag, how)
  const { archives, session } = await open()
  const known = archives.findAt(bag)
  if (known === null) return verifyReadable(bag, how)
  // The verdict is written into the list and the audit, as the window's is.
  session.require('manageArchives')
  return archives.verify(known.id, how)
}

/** Of a folder that cannot be read nobody can say whether it is valid. */
async function verifyReadable(bag: string, how: VerifyOptions): Promise<Verification> {
  await readdir(bag).catch((error: unknown) => {
    throw toReadError(error, bag)
  })
  return verifyBag(bag, how)
}
