import { join } from 'node:path'
import { systemCode } from '../files/diskErrors.ts'
import type { ByteSource } from '../files/byteSource.ts'
import { hashFile } from '../files/hashFile.ts'
import { createReadBuffers, type ReadBuffers } from '../files/readBuffers.ts'
import type { Measured } from './audio/riff.ts'
import { measureAudio } from './audio/probe.ts'
import type { ListedMessage, Proof } from './listing.ts'
import { describeMessage } from './messageText.ts'

export type Proven = ListedMessage & { proof: Proof }

export type GateProblemCode =
  | 'NOT_PROVEN'
  | 'MISSING'
  | 'UNREADABLE'
  | 'TRUNCATED'
  | 'SWAPPED'
  | 'CHANGED'
  | 'NOT_AUDIO'
  | 'TOO_SHORT'
  | 'TOO_LONG'
  | 'NOT_LISTED'
  | 'MANIFEST_MISSING'
  | 'MANIFEST_CHANGED'

/** message is a sentence that names caller and time where there is a voicemail message. */
export type GateProblem = { code: GateProblemCode; file: string; message: string }

/** others: the messages by hash, to tell an exchange from damage. buffers: shared when many are proven. */
export type ProveOptions = { others?: ReadonlyMap<string, ListedMessage>; buffers?: ReadBuffers }

/** Length in the listing and length of the frames may differ by rounding and padding. */
const toleranceSeconds = 1

/**
 * Reads one file of the bag from disk: it must be there, of the proven size and hash, decode as audio, and be as long as
 * listed. Null when all of it holds.
 */
export async function proveMessage(
  bag: string,
  proven: Proven,
  { others = new Map(), buffers = createReadBuffers() }: ProveOptions = {},
): Promise<GateProblem | null> {
  const problem = (code: GateProblemCode, what: string): GateProblem => ({
    code,
    file: proven.file,
    message: `The file of ${describeMessage(proven.message)}, ${what}.`,
  })
  let read: { bytes: number; hashes: string[]; seen: Measured | null }
  try {
    const look = (source: ByteSource): Measured | null => measureAudio(source, proven.file)
    read = await hashFile(join(bag, proven.file), ['sha256'], look, { buffers })
  } catch (error) {
    const code = systemCode(error)
    if (code === null) throw error
    if (code === 'ENOENT') return problem('MISSING', 'is not in the archive')
    return problem('UNREADABLE', code === 'ELOOP' ? 'is a link and not a file' : `cannot be read (${code})`)
  }
  const sha256 = read.hashes[0]!
  const audio = read.seen
  const { proof, message } = proven
  const length = audio === null ? 0 : audio.seconds - message.seconds
  const same = read.bytes === proof.bytes && sha256 === proof.sha256
  if (!same) {
    const other = others.get(sha256)
    if (other !== undefined) return problem('SWAPPED', `holds ${describeMessage(other.message)}`)
    if (read.bytes < proof.bytes) return problem('TRUNCATED', `has ${read.bytes} of ${proof.bytes} bytes`)
  }
  if (audio === null) return problem('NOT_AUDIO', 'is not audio')
  if (length < -toleranceSeconds) return problem('TOO_SHORT', lengths(audio.seconds, message.seconds))
  if (length > toleranceSeconds) return problem('TOO_LONG', lengths(audio.seconds, message.seconds))
  return same ? null : problem('CHANGED', 'is not what was saved')
}

function lengths(measured: number, listed: number): string {
  return `plays for ${measured.toFixed(1)} seconds; ${listed.toFixed(1)} are listed`
}
