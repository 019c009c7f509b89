import { closeSync, fstatSync, openSync } from 'node:fs'
import { basename } from 'node:path'
import type { AudioFormat } from '../../../../shared/voicemail/model.ts'
import { openPcm } from '../decode/openPcm.ts'
import type { PcmReader } from '../decode/pcm.ts'
import { measureAudio } from '../probe.ts'
import { fileSource, type ByteSource } from '../../../files/byteSource.ts'
import { readOnly } from '../../../files/openFlags.ts'
import { lookAt, type Look, type LookRequest, type SoundFile } from './look.ts'

export type OpenedSound = { id: number; rate: number; channels: number; samples: number }

export type Sounds = ReturnType<typeof createSounds>

/** Opens, reads and looks at sounds, with calls that wait for the disk: for a thread of its own. */
export function createSounds() {
  const opened = new Map<number, { path: string; reader: PcmReader }>()
  let last = 0
  return {
    /** What a file is; null when it is not audio of a known format. */
    recognize: async (path: string): Promise<AudioFormat | null> =>
      withSource(path, (source) => measureAudio(source, basename(path))?.format ?? null),
    /** Null when the sound cannot be decoded here. Close what was opened. */
    open: async ({ path, format }: SoundFile): Promise<OpenedSound | null> => {
      const reader = await withSource(path, (source) => openPcm(source, format))
      if (reader === null) return null
      const id = (last += 1)
      opened.set(id, { path, reader })
      const { rate, channels, samples } = reader
      return { id, rate, channels, samples }
    },
    /** The samples of a piece as bytes, little-endian; none when the sound was closed. */
    read: async ({ id, piece }: { id: number; piece: number }): Promise<Uint8Array> => {
      const sound = opened.get(id)
      if (sound === undefined) return new Uint8Array(0)
      const samples = await withSource(sound.path, (source) => sound.reader.read(source, piece))
      return new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength)
    },
    close: async ({ id }: { id: number }): Promise<void> => {
      opened.get(id)?.reader.close()
      opened.delete(id)
    },
    look: (request: LookRequest): Promise<Look> => lookAt(request, withSource),
  }
}

/** No file stays open between two calls: Windows would not let it be removed. */
async function withSource<T>(path: string, use: (source: ByteSource) => T | Promise<T>): Promise<T> {
  const fd = openSync(path, readOnly)
  try {
    return await use(fileSource(fd, fstatSync(fd).size))
  } finally {
    closeSync(fd)
  }
}
