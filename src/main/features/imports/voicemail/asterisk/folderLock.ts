import { lstatSync } from 'node:fs'
import { sep } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** Asterisk holds a lock for the moment of a few renames. One that is older was left behind, or came with a copy. */
const staleMilliseconds = 10_000
const lookAgainMilliseconds = 50

/** Whether Asterisk is moving messages of a folder right now: .lock is a file or a folder, as its lock mode has it. */
export function isLocked(folder: string): boolean {
  const lock = lstatSync(`${folder}${sep}.lock`, { throwIfNoEntry: false })
  return lock !== undefined && Math.abs(Date.now() - lock.mtimeMs) < staleMilliseconds
}

/** File systems keep times in steps of this: two changes within one look like one. */
const timeStepMilliseconds = 20

/**
 * Waits until a lock is given back or is so old that nobody holds it, and until a further change of the folder would show
 * in its time. Throws the signal's reason.
 */
export async function untilQuiet(folder: string, signal: AbortSignal): Promise<void> {
  while (isLocked(folder)) await sleep(lookAgainMilliseconds, undefined, { signal })
  const changed = lstatSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (Math.abs(Date.now() - changed) < timeStepMilliseconds) await sleep(timeStepMilliseconds, undefined, { signal })
}
