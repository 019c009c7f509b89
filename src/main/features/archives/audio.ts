import { lstat } from 'node:fs/promises'
import type { ArchivedMessage } from '../../../shared/archives/model.ts'
import { audioFormats } from '../../../shared/voicemail/model.ts'
import { AppError } from '../../../shared/ipc/errors.ts'
import { messageListOf, readMessages } from '../../archive/readBag.ts'
import type { ListedSound } from '../../archive/audio/listedSound.ts'
import { fileInBag } from './fileInBag.ts'

type List = { file: string; changed: number; messages: ReadonlyMap<string, ArchivedMessage> }

/**
 * Finds the audio of an archived message by its id. A player asks many times for parts of the same file, so the list
 * that was read last is kept for as long as it does not change. Rejects with NOT_FOUND.
 */
export function createAudioFinder(): (bag: string, messageId: string) => Promise<ListedSound> {
  let last: List | null = null
  return async (bag, messageId) => {
    const file = messageListOf(bag)
    const changed = await lstat(file).then(
      (stats) => stats.mtimeMs,
      () => null,
    )
    if (changed === null) throw notThere(messageId)
    if (last?.file !== file || last.changed !== changed) {
      const messages = await readMessages(file)
      last = { file, changed, messages: new Map(messages.map((message) => [message.id, message])) }
    }
    const message = last.messages.get(messageId)
    if (message === undefined) throw notThere(messageId)
    const { seconds, bytes, sha256 } = message
    const path = await fileInBag(bag, message.file)
    if (path === null) throw notThere(messageId)
    return { path, format: formatOf(message), seconds, bytes, sha256 }
  }
}

/** A bag of another version may name formats that are not known here. */
function formatOf({ format }: ArchivedMessage): ListedSound['format'] {
  return audioFormats.find((one) => one === format) ?? null
}

function notThere(messageId: string): AppError {
  return new AppError(
    'NOT_FOUND',
    'The audio of this message is not in the archive. Verify the archive to see what is missing.',
    {
      messageId,
    },
  )
}
