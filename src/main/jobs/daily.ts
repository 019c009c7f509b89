import { dayHere } from '../../shared/dayHere.ts'
import type { Clock } from '../clock.ts'
import type { Logger } from '../log/logger.ts'

export type Daily = { stop(): Promise<void> }

/**
 * Does work at once and then on every new day (UTC) while the app runs. It asks the clock again and again instead of
 * waiting 24 hours, so that neither sleep of the computer, daylight saving nor a clock set anew makes it miss a day.
 * Work never overlaps itself; what it throws is logged and tried again with the next look. stop() aborts its signal and
 * waits for its end.
 */
export function everyDay({
  clock,
  log,
  name,
  work,
  lookMilliseconds,
  firstAfterMilliseconds = 0,
}: {
  clock: Clock
  log: Logger
  name: string
  work: (signal: AbortSignal) => Promise<unknown>
  lookMilliseconds: number
  /** How long after the start the first look is; at once without it. */
  firstAfterMilliseconds?: number
}): Daily {
  let doneOn: string | null = null
  let current: Promise<void> | null = null
  const stopping = new AbortController()
  const { signal } = stopping

  const look = (): void => {
    const today = dayHere(clock.now())
    if (current !== null || doneOn === today) return
    current = work(signal)
      .then(() => void (doneOn = today))
      .catch((error: unknown) => {
        if (!signal.aborted) log.error(`${name} failed`, { error })
      })
      .finally(() => (current = null))
  }
  const timer = setInterval(look, lookMilliseconds)
  timer.unref()
  const first = firstAfterMilliseconds === 0 ? undefined : setTimeout(look, firstAfterMilliseconds)
  first?.unref()
  if (first === undefined) look()
  return {
    stop: async () => {
      clearInterval(timer)
      clearTimeout(first)
      stopping.abort()
      await current
    },
  }
}
