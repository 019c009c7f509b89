import { longestPassphrase, shortestPassphrase, strengthOf } from '../../shared/archives/passphrase.ts'
import { AppError } from '../../shared/ipc/errors.ts'
import type { CliIo } from './io.ts'

const variable = 'OFFHOOK_PASSPHRASE'

/**
 * A passphrase from the environment, else asked for on the terminal; never from the command line, which every user of the
 * computer can read. A new one is asked for twice. Throws VALIDATION_FAILED.
 */
export async function passphraseOf(
  io: CliIo,
  { isNew, say }: { isNew: boolean; say(text: string): void },
): Promise<string> {
  const given = io.env[variable]
  const passphrase = given === undefined || given === '' ? await asked(io, isNew) : given
  if (!isNew) return passphrase
  if (strengthOf(passphrase) === 'tooShort' || passphrase.length > longestPassphrase)
    throw new AppError(
      'VALIDATION_FAILED',
      `The passphrase must have ${shortestPassphrase} to ${longestPassphrase} characters. Several words are easy to keep.`,
    )
  if (strengthOf(passphrase) === 'weak')
    say('This passphrase is weak: it can be guessed by whoever gets the file. More words make it strong.')
  return passphrase
}

async function asked(io: CliIo, isNew: boolean): Promise<string> {
  const first = await io.askSecret?.('Passphrase: ')
  if (first === undefined || first === null || first === '')
    throw new AppError('VALIDATION_FAILED', `Give the passphrase in ${variable}, or run the command in a terminal.`)
  if (isNew && (await io.askSecret?.('Passphrase again: ')) !== first)
    throw new AppError('VALIDATION_FAILED', 'The two passphrases are not the same. Nothing was written.')
  return first
}
