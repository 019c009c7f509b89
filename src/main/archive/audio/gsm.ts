import type { ByteSource } from '../../files/byteSource.ts'
import type { Measured } from './riff.ts'

const frameBytes = 33
const samplesPerFrame = 160
const sampleRate = 8000

/** Raw GSM 06.10 has no header; every frame of 33 bytes starts with the nibble 0xD. A cut last frame is not counted. */
export function measureGsm(source: ByteSource): Measured | null {
  const frames = Math.floor(source.size / frameBytes)
  if (frames === 0) return null
  for (let frame = 0; frame < frames; frame += 1) {
    if (((source.slice(frame * frameBytes, 1)[0] ?? 0) & 0xf0) !== 0xd0) return null
  }
  return { format: 'gsm', seconds: (frames * samplesPerFrame) / sampleRate }
}
