import { createHash } from 'node:crypto'
import { lstat, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { flushFolder } from '../../files/flushFolder.ts'
import { hashFile } from '../../files/hashFile.ts'
import { inParallel } from '../../files/inParallel.ts'
import { decoderName } from '../audio/decode/decoderName.ts'
import { wavHeaderBytes } from '../audio/decode/wavHeader.ts'
import { startSounds, type SoundThread } from '../audio/sounds/soundThread.ts'
import type { OpenedSound } from '../audio/sounds/sounds.ts'
import { writeBagFile, type BagFile } from '../bagFile.ts'
import type { Proven } from '../proveMessage.ts'
import { copyPathOf, needsCopy, playableFolder, type PlayableCopies, type PlayableCopy } from './copies.ts'
import { NotDecoded, wavOf } from './wavOf.ts'

export type CopyIo = {
  /** The built script of the threads that decode; without it this thread does. */
  decodingThread: string | null
  /** Who made the copies, for example Offhook 1.0.0 */
  software: string
  onCopied(file: BagFile, of: number): void
  signal: AbortSignal
}

/** Decoding fills a core. */
const atOnce = 2

/**
 * Writes a playable copy of every message that browsers do not play, from the proven file in the bag. One that an earlier
 * try left is kept when it is what the decoder says. A message without a copy is no error: why is in the answer. Throws
 * errors of the disk and the signal's reason.
 */
export async function writePlayableCopies(
  bag: string,
  messages: readonly Proven[],
  io: CopyIo,
): Promise<PlayableCopies> {
  const wanted = messages.filter(needsCopy)
  const made = new Map<number, PlayableCopy>()
  const notMade = new Map<number, string>()
  const idle: SoundThread[] = []
  try {
    await inParallel(wanted, atOnce, async (message) => {
      io.signal.throwIfAborted()
      const sounds = idle.pop() ?? startSounds(io.decodingThread)
      try {
        const copy = await copyOf(bag, message, sounds, io.signal)
        if (typeof copy === 'string') notMade.set(message.position, copy)
        else made.set(message.position, { ...copy, decoder: `${io.software}, ${decoderName(message.message.format)}` })
        if (typeof copy !== 'string') io.onCopied(copy, wanted.length)
      } finally {
        idle.push(sounds)
      }
    })
  } finally {
    await Promise.all(idle.map((sounds) => sounds.stop()))
  }
  if (made.size > 0) await flushFolder(join(bag, playableFolder))
  return { made, notMade }
}

/** Answers the copy, or in words why there is none. */
async function copyOf(
  bag: string,
  proven: Proven,
  sounds: SoundThread,
  signal: AbortSignal,
): Promise<BagFile | string> {
  const target = copyPathOf(proven)
  const { format } = proven.message
  const sound = await sounds.open({ path: join(bag, proven.file), format }).catch(() => null)
  try {
    if (sound === null || sound.samples === 0) return await without(bag, target, 'There is no decoder for its format.')
    return (
      (await keptCopy(bag, target, sounds, sound)) ?? (await writeBagFile(bag, target, wavOf(sounds, sound), signal))
    )
  } catch (error) {
    if (error instanceof NotDecoded) return without(bag, target, 'It could not be decoded.')
    throw error
  } finally {
    if (sound !== null) await sounds.close(sound)
  }
}

/** A copy of an earlier try, when it is what would be written now. */
async function keptCopy(bag: string, path: string, sounds: SoundThread, sound: OpenedSound): Promise<BagFile | null> {
  const stats = await lstat(join(bag, path)).catch(() => null)
  if (stats?.isFile() !== true || stats.size !== wavHeaderBytes + sound.samples * sound.channels * 2) return null
  const wanted = createHash('sha256')
  for await (const chunk of wavOf(sounds, sound)) wanted.update(chunk)
  const sha256 = wanted.digest('hex')
  const { bytes, hashes } = await hashFile(join(bag, path), ['sha256'], () => null)
  return hashes[0] === sha256 ? { path, sha256, bytes } : null
}

/** A file that is not in the manifest would make the bag invalid. */
async function without(bag: string, path: string, why: string): Promise<string> {
  await rm(join(bag, path), { force: true })
  return why
}
