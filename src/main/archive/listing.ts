import type { ExtensionId } from '../../shared/ids.ts'
import type { SavedInventory } from '../../shared/offboarding/inventory.ts'
import { fileExtensions, type VoicemailMessage } from '../../shared/voicemail/model.ts'
import { safeName } from '../files/safeName.ts'
import { callerOf, createLocalTime } from './messageText.ts'

export type Proof = { sha256: string; bytes: number }

/** A message of the approved listing, the file of the bag that is to hold it, and what was proven of that file. */
export type ListedMessage = {
  position: number
  message: VoicemailMessage
  /** From the root of the bag, for example data/voicemail/0001 2026-11-02 14.05 Ana Ortiz.wav */
  file: string
  proof: Proof | null
}

export const voicemailFolder = 'data/voicemail'
const callerChars = 60

/**
 * Answers a function that names a file for each of so many messages, told in order: number, time of the mailbox, caller.
 * The number makes a name unique however a file system folds case or composes letters; of the caller only harmless
 * characters are kept.
 */
export function createListing(count: number): (message: VoicemailMessage) => ListedMessage {
  const digits = Math.max(4, String(count).length)
  const localTime = createLocalTime()
  let position = 0
  return (message) => {
    position += 1
    const number = String(position).padStart(digits, '0')
    const time = localTime(message.receivedAt, message.timezone).replace(':', '.')
    const caller = safeName(callerOf(message), callerChars)
    const name = `${number} ${time} ${caller === '' ? 'Unknown caller' : caller}.${fileExtensions[message.format]}`
    return { position, message, file: `${voicemailFolder}/${name}`, proof: null }
  }
}

/** The numbers of the extensions from which an archive has messages. */
export type ExtensionNumbers = ReadonlyMap<ExtensionId, string>

export function extensionsOf(inventory: SavedInventory): ExtensionNumbers {
  const extensions = 'extensions' in inventory ? inventory.extensions : [inventory.extension]
  return new Map(extensions.flatMap((one) => (one === null ? [] : [[one.id, one.extensionNumber]])))
}
