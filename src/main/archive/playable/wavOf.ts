import { pieceSamples } from '../audio/decode/pcm.ts'
import { wavHeader } from '../audio/decode/wavHeader.ts'
import type { OpenedSound, Sounds } from '../audio/sounds/sounds.ts'

/** The decoder gave up, or gave other than it said. */
export class NotDecoded extends Error {}

/** A sound as a WAV file of PCM, from its first sample to its last. Throws NotDecoded. */
export async function* wavOf(sounds: Sounds, { id, rate, channels, samples }: OpenedSound): AsyncGenerator<Uint8Array> {
  const dataBytes = samples * channels * 2
  yield wavHeader({ rate, channels, dataBytes })
  let decoded = 0
  for (let piece = 0; piece * pieceSamples < samples; piece += 1) {
    const bytes = await sounds.read({ id, piece }).catch((cause: unknown) => {
      throw new NotDecoded('The decoder failed', { cause })
    })
    decoded += bytes.length
    yield bytes
  }
  if (decoded !== dataBytes) throw new NotDecoded(`The decoder gave ${decoded} of ${dataBytes} bytes`)
}
