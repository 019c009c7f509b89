import { bytesSource, type ByteSource } from '../../files/byteSource.ts'
import type { Measured } from './riff.ts'
import { measureGsm } from './gsm.ts'
import { measureMp3 } from './mp3.ts'
import { measureOgg } from './ogg.ts'
import { measureRiff } from './riff.ts'
import { ascii } from './reading.ts'

export type { Measured } from './riff.ts'

/**
 * Recognizes audio by its content and measures it in seconds, by walking its frames. Only raw GSM, which has no header,
 * also needs the name to end in .gsm. Null when it is not audio of a known format.
 */
export async function probeAudio(bytes: Uint8Array, fileName: string): Promise<Measured | null> {
  return measureAudio(bytesSource(bytes), fileName)
}

/** The same for audio that is read as it is walked. */
export function measureAudio(source: ByteSource, fileName: string): Measured | null {
  const magic = ascii(source.slice(0, 4), 0, 4)
  if (magic === 'RIFF') return measureRiff(source)
  if (magic === 'OggS') return measureOgg(source)
  if (fileName.toLowerCase().endsWith('.gsm')) return measureGsm(source)
  return measureMp3(source)
}
