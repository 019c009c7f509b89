import { existsSync } from 'node:fs'
import { readdir, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { holdAlone } from '../db/sharedLock.ts'
import type { Logger } from '../log/logger.ts'
import { journalsOf, leftover, type Leftover } from './journal.ts'

export type ClearGiven = {
  dataFolder: string
  log: Logger
  /** Removes audio of the audio folder that no row names, and answers whether there was any; without it audio waits. */
  removeAudio: ((audio: { file: string; id: string }) => Promise<boolean>) | null
}

/**
 * Takes away what killed work left behind: exactly what its journal names, partials by their name only, audio only when no
 * row names it. Nothing happens while any work is under way in the data folder. What cannot be removed is tried again with
 * the next start.
 */
export async function clearUnfinished(given: ClearGiven): Promise<void> {
  const { folder, lock } = journalsOf(given.dataFolder)
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.jsonl'))
  if (names.length === 0) return
  const held = holdAlone(lock)
  if (held === null) return
  try {
    for (const name of names) await clearOne(given, join(folder, name))
  } finally {
    held.release()
  }
}

async function clearOne({ log, removeAudio }: ClearGiven, journal: string): Promise<void> {
  let removed = 0
  let left = 0
  for (const one of leftoversIn(await readFile(journal, 'utf8'))) {
    const outcome = await removeOne(one, removeAudio)
    if (outcome === 'removed') removed += 1
    if (outcome === 'left') left += 1
  }
  if (removed > 0) log.info('Removed what work that was cut short left behind', { files: removed })
  if (left > 0) log.warn('What work that was cut short left behind cannot be removed yet', { files: left })
  if (left === 0) await rm(journal, { force: true })
}

async function removeOne(
  one: Leftover,
  removeAudio: ClearGiven['removeAudio'],
): Promise<'removed' | 'nothing' | 'left'> {
  try {
    if ('audio' in one) {
      if (removeAudio === null) return 'left'
      return (await removeAudio({ file: one.audio, id: one.id })) ? 'removed' : 'nothing'
    }
    // A disk that is not there now may be there the next time.
    if (!existsSync(dirname(one.partial))) return 'left'
    if (!one.partial.endsWith('.partial') || !existsSync(one.partial)) return 'nothing'
    await rm(one.partial, { recursive: true, force: true })
    return 'removed'
  } catch {
    return 'left'
  }
}

/** The last line may be torn: nothing was written yet of what it was to name. */
function leftoversIn(text: string): Leftover[] {
  return text.split('\n').flatMap((line) => {
    try {
      return [leftover.parse(JSON.parse(line))]
    } catch {
      return []
    }
  })
}
