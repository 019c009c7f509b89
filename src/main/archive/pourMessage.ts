import { AppError } from '../../shared/ipc/errors.ts'
import type { VoicemailId } from '../../shared/ids.ts'
import type { VoicemailMessage } from '../../shared/voicemail/model.ts'
import type { Cancellation } from '../files/cancellation.ts'
import type { AudioStream } from '../phoneSystem/port.ts'

export type PourIo = {
  openAudio(id: VoicemailId): Promise<AudioStream>
  cancellation: Cancellation
  write(bytes: Uint8Array): Promise<void>
}

/**
 * sha256: every hash that the phone system gave. from: the file that is still to be copied; null when the bytes were
 * written. damaged: why the source cannot be trusted.
 */
export type Poured = { sha256: string[]; from: string | null } | { damaged: string }

/**
 * Reads the audio of a message from the phone system, of exactly the listed size, unless it is a file that can be copied.
 * A source that never answers can still be cancelled. Throws what write throws, and the signal's reason.
 */
export async function pourMessage(message: VoicemailMessage, io: PourIo): Promise<Poured> {
  const opened = await open(io, message.id)
  if ('damaged' in opened) return opened
  const { audio } = opened
  const sha256 = [message.sha256, audio.sha256 ?? message.sha256]
  if (audio.file !== null) return { sha256, from: audio.file }
  const damaged = await pour(audio, message.bytes, io)
  return damaged === null ? { sha256, from: null } : { damaged }
}

async function open(io: PourIo, id: VoicemailId): Promise<{ audio: AudioStream } | { damaged: string }> {
  const opening = io.openAudio(id).then(
    (audio) => ({ audio }),
    (error: unknown) => ({ damaged: unreadable(error) }),
  )
  return io.cancellation.race(opening)
}

/** Answers what is wrong with the source, or null. */
async function pour(audio: AudioStream, listed: number, io: PourIo): Promise<string | null> {
  const chunks = audio.chunks[Symbol.asyncIterator]()
  let bytes = 0
  try {
    for (;;) {
      const next = await io.cancellation.race(chunks.next().catch((error: unknown) => ({ error })))
      if ('error' in next) return unreadable(next.error)
      if (next.done === true) break
      bytes += next.value.length
      if (bytes > listed) return otherThanListed(bytes, listed)
      await io.write(next.value)
    }
  } finally {
    // Not awaited: a source that hangs would hang here too.
    chunks.return?.().catch(() => undefined)
  }
  return bytes < listed ? otherThanListed(bytes, listed) : null
}

/** How bytes that came differ from those listed. */
export function otherThanListed(bytes: number, listed: number): string {
  if (bytes > listed) return `is longer than the ${listed} bytes listed`
  return bytes < listed ? `has ${bytes} of the ${listed} bytes listed` : 'has other content than listed'
}

function unreadable(error: unknown): string {
  return error instanceof AppError && error.code !== 'INTERNAL'
    ? `cannot be read: ${error.message.replace(/\.$/, '')}`
    : 'cannot be read from the phone system'
}
