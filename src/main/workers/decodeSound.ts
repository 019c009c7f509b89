import { parentPort } from 'node:worker_threads'
import { toFailure } from '../../shared/ipc/errors.ts'
import type { SoundAnswer, SoundQuestion } from '../archive/audio/sounds/soundThread.ts'
import { createSounds } from '../archive/audio/sounds/sounds.ts'

// Entry of a thread that decodes what Chromium does not play, and draws the pictures of sounds.
const port = parentPort!
const sounds = createSounds()

async function reply({ id, name, input }: SoundQuestion): Promise<SoundAnswer> {
  try {
    // Each input comes from the function of the same name on the other side.
    return { id, ok: true, value: await (sounds[name] as (given: unknown) => Promise<unknown>)(input) }
  } catch (error) {
    const cause = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return { id, ok: false, error: toFailure(error).error, cause }
  }
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
port.on('message', (question: SoundQuestion) => void reply(question).then((answer) => port.postMessage(answer)))
