import { useEffect, useState } from 'react'
import { AppError } from '../../../../shared/ipc/errors.ts'
import { delaySentence, isDelay, secondsLeft, type Delay } from '../../../../shared/operators/delay.ts'

export type CountedDelay = { sentence: string; over: boolean }

/** The delay with which an attempt was refused, second by second; null when there is none. */
export function useDelay(error: unknown): CountedDelay | null {
  const delay = error instanceof AppError && isDelay(error.details) ? error.details : null
  const [counted, setCounted] = useState(() => countedNow(delay))
  if (counted.delay !== delay) setCounted(countedNow(delay))
  useEffect(() => {
    if (counted.delay === null || secondsLeft(counted.delay, counted.now) === 0) return undefined
    // At the end of the second that has begun.
    const rest = (Date.parse(counted.delay.until) - counted.now.getTime()) % 1000
    const timer = setTimeout(() => setCounted(countedNow(counted.delay)), rest || 1000)
    return () => clearTimeout(timer)
  }, [counted])
  if (delay === null) return null
  return { sentence: delaySentence(delay, counted.now), over: secondsLeft(delay, counted.now) === 0 }
}

function countedNow(delay: Delay | null): { delay: Delay | null; now: Date } {
  return { delay, now: new Date() }
}
