import type { ArchiveContent } from '../../../shared/archives/model.ts'
import { readFolder } from '../../archive/readBag.ts'
import { askThread } from '../../workers/askThread.ts'
import { createAudioFinder } from './audio.ts'
import { compareBags } from './compare.ts'
import { findGreetingSound, readGreetings } from './greetings.ts'

export type BagQuestions = ReturnType<typeof createBagQuestions>
export type BagReader = BagQuestions & { stop(): Promise<void> }

/** Enough for the eye; a bag of another tool may hold a million. */
const shownFiles = 1000

/** What is asked of bags themselves. Throws what readFolder, compareBags and the audio finder throw. */
export function createBagQuestions() {
  const findAudio = createAudioFinder()
  return {
    content: async (bag: string): Promise<Pick<ArchiveContent, 'files' | 'fileCount' | 'bagInfo'>> => {
      const { files, bagInfo } = await readFolder(bag)
      return { files: files.slice(0, shownFiles), fileCount: files.length, bagInfo }
    },
    compare: ({ first, second }: { first: string; second: string }) => compareBags(first, second),
    sound: ({ bag, messageId }: { bag: string; messageId: string }) => findAudio(bag, messageId),
    greetings: (bag: string) => readGreetings(bag),
    greetingSound: ({ bag, number }: { bag: string; number: number }) => findGreetingSound(bag, number),
  }
}

/** Asked in a thread, because the list of ten thousand messages takes half a second; without a script on the caller's. */
export function startBagReader(script: string | null): BagReader {
  if (script === null) return { ...createBagQuestions(), stop: async () => undefined }
  const thread = askThread(script)
  // The thread answers with what the question of the same name returns.
  const question = <Q extends keyof BagQuestions>(name: Q): BagQuestions[Q] =>
    ((input: unknown) => thread.ask(name, input)) as BagQuestions[Q]
  return {
    content: question('content'),
    compare: question('compare'),
    sound: question('sound'),
    greetings: question('greetings'),
    greetingSound: question('greetingSound'),
    stop: thread.stop,
  }
}
