import { randomBytes } from 'node:crypto'
import type { Clock, Ids } from './clock.ts'

/**
 * UUIDs of version 7 (RFC 9562) from one moment, counted up: a hundred thousand of them fill an index at its end, page
 * after page, where random ones touch every page again and again. Good for sixteen million.
 */
export function createRisingIds(clock: Clock): Ids {
  const time = clock.now().getTime().toString(16).padStart(12, '0')
  const tail = randomBytes(6).toString('hex')
  let count = 0
  return {
    next: () => {
      const counter = (count++).toString(16).padStart(6, '0')
      return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.slice(0, 3)}-8${counter.slice(3)}-${tail}`
    },
  }
}
