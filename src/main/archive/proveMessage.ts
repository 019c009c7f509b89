import { join } from 'node:path'
import { systemCode } from '../files/diskErrors.ts'
import type { ByteSource } from '../files/byteSource.ts'
import { hashFile, type HashOptions } from '../files/hashFile.ts'
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

/** others: the messages by hash, to tell an exchange from damage. */
export type ProveOptions = HashOptions & { others?: ReadonlyMap<string, ListedMessage> }

/** What lies on disk; audio is null when it is none. */
export type ReadMessage = { bytes: number; sha256: string; audio: Measured | null }

/** Files that are read at a time: as many as Node's thread pool reads. */
export const provenAtOnce = 4

/** Length in the listing and length of the frames may differ by rounding and padding. */
const toleranceSeconds = 1

/**
 * Reads one file of the bag from disk: it must be there, of the proven size and hash, decode as audio, and be as long as
 * listed. Null when all of it holds. Rejects with the signal's reason.
 */
export async function proveMessage(
  bag: string,
  proven: Proven,
  { others, ...reading }: ProveOptions = {},
): Promise<GateProblem | null> {
  try {
    const look = (source: ByteSource): Measured | null => measureAudio(source, proven.file)
    const { bytes, hashes, seen } = await hashFile(join(bag, proven.file), ['sha256'], look, reading)
    return judgeMessage(proven, { bytes, sha256: hashes[0]!, audio: seen }, others)
  } catch (error) {
    return judgeUnreadable(proven, error)
  }
}

/** Judges what was read of the file of a message; null when it is what was proven, and as long as listed. */
export function judgeMessage(
  proven: Proven,
  { bytes, sha256, audio }: ReadMessage,
  others: ReadonlyMap<string, ListedMessage> = new Map(),
): GateProblem | null {
  const { proof, message } = proven
  const problem = (code: GateProblemCode, what: string): GateProblem => problemOf(proven, code, what)
  const same = bytes === proof.bytes && sha256 === proof.sha256
  if (!same) {
    const other = others.get(sha256)
    if (other !== undefined) return problem('SWAPPED', `holds ${describeMessage(other.message)}`)
    if (bytes < proof.bytes) return problem('TRUNCATED', `has ${bytes} of ${proof.bytes} bytes`)
  }
  if (audio === null) return problem('NOT_AUDIO', 'is not audio')
  const length = audio.seconds - message.seconds
  if (length < -toleranceSeconds) return problem('TOO_SHORT', lengths(audio.seconds, message.seconds))
  if (length > toleranceSeconds) return problem('TOO_LONG', lengths(audio.seconds, message.seconds))
  return same ? null : problem('CHANGED', 'is not what was saved')
}

/** The problem that an error of the system tells of. Throws any other error. */
function judgeUnreadable(proven: Proven, error: unknown): GateProblem {
  const code = systemCode(error)
  if (code === null) throw error
  if (code === 'ENOENT') return problemOf(proven, 'MISSING', 'is not in the archive')
  return problemOf(proven, 'UNREADABLE', code === 'ELOOP' ? 'is a link and not a file' : `cannot be read (${code})`)
}

function problemOf({ file, message }: Proven, code: GateProblemCode, what: string): GateProblem {
  return { code, file, message: `The file of ${describeMessage(message)}, ${what}.` }
}

function lengths(measured: number, listed: number): string {
  return `plays for ${measured.toFixed(1)} seconds; ${listed.toFixed(1)} are listed`
}
