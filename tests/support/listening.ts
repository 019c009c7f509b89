import { resolve } from 'node:path'
import { onTestFinished } from 'vitest'
import { createListening } from '../../src/main/features/listen/service.ts'
import { openTestServices } from './services.ts'

/** Where sound is decoded: with and without the built thread. */
export const decodingThreads = [
  ["the caller's thread", null],
  ['a thread', resolve('out/main/decodeSound.js')],
] as const

/** The real service on a real data folder. */
export async function openListening(dataFolder: string, decodingThread: string | null) {
  const { services } = await openTestServices(dataFolder)
  const listening = createListening({
    db: services.db,
    audioFolder: services.audioFolder,
    archivedSound: services.archives.soundOf,
    archivedGreeting: services.archives.greetingSoundOf,
    decodingThread,
  })
  onTestFinished(() => listening.close())
  return { listening, services }
}
