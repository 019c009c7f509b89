import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { playableFormats, type AudioFormat } from '../../../shared/voicemail/model.ts'
import { pieceSamples } from '../../archive/audio/decode/pcm.ts'
import { wavHeader, wavHeaderBytes } from '../../archive/audio/decode/wavHeader.ts'
import type { ListedSound } from '../../archive/audio/listedSound.ts'
import { mimeTypes } from '../../archive/audio/mimeTypes.ts'
import type { MediaBody } from '../../desktop.ts'
import type { ByteRange } from '../../files/byteRange.ts'
import type { OpenedSound, Sounds } from '../../archive/audio/sounds/sounds.ts'

/** A sound as a player gets it: the file where Chromium plays its format, else WAV that is decoded as it is read. */
export async function mediaBodyOf(sounds: Sounds, { path, format: listed }: ListedSound): Promise<MediaBody> {
  const format = listed === 'unlisted' ? await recognized(sounds, path) : listed
  if (format !== null && !playableFormats.has(format)) {
    const sound = await sounds.open({ path, format })
    if (sound === null) throw new Error('The sound cannot be decoded')
    await sounds.close(sound)
    return decodedBody(sounds, { path, format }, sound)
  }
  const { size } = await stat(path)
  return {
    mime: format === null ? 'audio/wav' : mimeTypes[format],
    size,
    read: ({ first, last }) => createReadStream(path, { start: first, end: last }),
  }
}

async function recognized(sounds: Sounds, path: string): Promise<AudioFormat> {
  const format = await sounds.recognize(path)
  if (format === null) throw new Error('The file holds no sound')
  return format
}

type DecodedFile = Parameters<Sounds['open']>[0]

function decodedBody(sounds: Sounds, file: DecodedFile, { rate, channels, samples }: OpenedSound): MediaBody {
  const dataBytes = samples * channels * 2
  return {
    mime: 'audio/wav',
    size: wavHeaderBytes + dataBytes,
    read: (range) =>
      Readable.from(readDecoded(sounds, file, range, { rate, channels, dataBytes }), { objectMode: false }),
  }
}

type Wav = { rate: number; channels: number; dataBytes: number }

/** The bytes of the range, and no piece more than the player takes. */
async function* readDecoded(
  sounds: Sounds,
  file: DecodedFile,
  { first, last }: ByteRange,
  wav: Wav,
): AsyncGenerator<Uint8Array> {
  if (first < wavHeaderBytes) yield wavHeader(wav).subarray(first, last + 1)
  if (last < wavHeaderBytes) return
  const sound = await sounds.open(file)
  if (sound === null) return
  try {
    const pieceBytes = pieceSamples * wav.channels * 2
    let at = Math.max(0, first - wavHeaderBytes)
    const end = last - wavHeaderBytes + 1
    while (at < end) {
      const piece = Math.floor(at / pieceBytes)
      const bytes = await sounds.read({ id: sound.id, piece })
      const part = bytes.subarray(at - piece * pieceBytes, end - piece * pieceBytes)
      // A file that became shorter while it was played.
      if (part.length === 0) return
      yield part
      at += part.length
    }
  } finally {
    await sounds.close(sound)
  }
}
