import { join } from 'node:path'
import { AppError } from '../../shared/ipc/errors.ts'
import type { VoicemailId } from '../../shared/ids.ts'
import type { Cancellation } from '../files/cancellation.ts'
import { NewFile } from '../files/newFile.ts'
import type { AudioStream } from '../phoneSystem/port.ts'
import type { ListedMessage } from './listing.ts'
import { describeMessage } from './messageText.ts'

type Io = { openAudio(id: VoicemailId): Promise<AudioStream>; cancellation: Cancellation }

/** Written but not yet in its place; or why the source cannot be trusted, as a sentence that names the message. */
export type CopiedMessage = { file: NewFile } | { damaged: string }

/**
 * Copies the audio of a message into an unplaced file of the bag. Nothing is left behind unless size and hash are what
 * the listing says. Throws errors of the disk, and the signal's reason.
 */
export async function copyMessage(bag: string, { message, file }: ListedMessage, io: Io): Promise<CopiedMessage> {
  const opened = await open(io, message.id)
  if ('damaged' in opened) return { damaged: sentence(message, opened.damaged) }
  const { audio } = opened
  const copy = await NewFile.open(join(bag, file))
  try {
    const broken = await pour(audio, copy, message.bytes, io)
    const expected = [message.sha256, audio.sha256 ?? message.sha256]
    const damage = broken ?? (expected.every((hash) => hash === copy.sha256()) ? null : 'has other content than listed')
    if (damage === null) return { file: copy }
    await copy.discard()
    return { damaged: sentence(message, damage) }
  } catch (error) {
    await copy.discard()
    throw error
  }
}

function sentence(message: ListedMessage['message'], damage: string): string {
  const who = describeMessage(message)
  return `${who[0]!.toUpperCase()}${who.slice(1)}, ${damage}.`
}

async function open(io: Io, id: VoicemailId): Promise<{ audio: AudioStream } | { damaged: string }> {
  const opening = io.openAudio(id).then(
    (audio) => ({ audio }),
    (error: unknown) => ({ damaged: unreadable(error) }),
  )
  return io.cancellation.race(opening)
}

/** Answers what is wrong with the source, or null. A source that never answers can still be cancelled. */
async function pour(audio: AudioStream, copy: NewFile, listed: number, io: Io): Promise<string | null> {
  const chunks = audio.chunks[Symbol.asyncIterator]()
  try {
    for (;;) {
      const next = await io.cancellation.race(chunks.next().catch((error: unknown) => ({ error })))
      if ('error' in next) return unreadable(next.error)
      if (next.done === true) break
      await copy.write(next.value)
      if (copy.bytes > listed) return `is longer than the ${listed} bytes listed`
    }
  } finally {
    // Not awaited: a source that hangs would hang here too.
    chunks.return?.().catch(() => undefined)
  }
  return copy.bytes < listed ? `has ${copy.bytes} of the ${listed} bytes listed` : null
}

function unreadable(error: unknown): string {
  return error instanceof AppError && error.code !== 'INTERNAL'
    ? `cannot be read: ${error.message.replace(/\.$/, '')}`
    : 'cannot be read from the phone system'
}
