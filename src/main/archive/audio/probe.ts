import { bytesSource, type ByteSource } from '../../files/byteSource.ts'
import { measureAmr } from './amr.ts'
import { measureAu } from './au.ts'
import { measureGsm } from './gsm.ts'
import { isMpeg4, measureM4a } from './m4a.ts'
import { measureMp3 } from './mp3.ts'
import { measureOgg } from './ogg.ts'
import { measureRaw, rawKindOf } from './raw.ts'
import { measureRiff, type Measured } from './riff.ts'
import { ascii } from './reading.ts'

export type { Measured } from './riff.ts'

/**
 * Recognizes audio by its content and measures it in seconds, by walking its frames. Only audio without a header also
 * needs the name to end as it does: .gsm, .ulaw, .alaw, .g722, .sln and their kin. Null when it is not audio of a known
 * format.
 */
export async function probeAudio(bytes: Uint8Array, fileName: string): Promise<Measured | null> {
  return measureAudio(bytesSource(bytes), fileName)
}

/** The same for audio that is read as it is walked. */
export function measureAudio(source: ByteSource, fileName: string): Measured | null {
  const magic = ascii(source.slice(0, 5), 0, 5)
  if (magic.startsWith('RIFF')) return measureRiff(source)
  if (magic.startsWith('OggS')) return measureOgg(source)
  if (magic === '#!AMR') return measureAmr(source)
  if (magic.startsWith('.snd')) return measureAu(source)
  if (isMpeg4(source)) return measureM4a(source)
  if (fileName.toLowerCase().endsWith('.gsm')) return measureGsm(source)
  const raw = rawKindOf(fileName)
  return raw === null ? measureMp3(source) : measureRaw(source, raw)
}
