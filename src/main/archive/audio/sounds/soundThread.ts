import { askThread } from '../../../workers/askThread.ts'
import { createSounds, type Sounds } from './sounds.ts'

export type SoundThread = Sounds & { stop(): Promise<void> }

/**
 * Sounds in a thread, which starts with the first question and anew after it has died; who waited then gets the error.
 * Without a script the caller's thread does the work.
 */
export function startSounds(script: string | null): SoundThread {
  if (script === null) return { ...createSounds(), stop: async () => undefined }
  const thread = askThread(script)
  // The thread answers with what the question of the same name returns.
  const question = <Q extends keyof Sounds>(name: Q): Sounds[Q] =>
    ((input: unknown) => thread.ask(name, input)) as Sounds[Q]
  return {
    recognize: question('recognize'),
    open: question('open'),
    read: question('read'),
    close: question('close'),
    look: question('look'),
    stop: thread.stop,
  }
}
