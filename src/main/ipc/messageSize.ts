import { serialize } from 'node:v8'
import type { Logger } from '../log/logger.ts'

/** Copying a message holds both processes up, 37 ms for 10,000 rows: long lists go in pages, long work in progress. */
export const mostBytes = 1_000_000

export type SizeCheck = (what: string, message: unknown) => void

/**
 * Looks at messages to the window before they are sent. One that is too large is an error while developing and in tests;
 * an installed app sends it and tells the log.
 */
export function createSizeCheck({ log, strict }: { log: Logger; strict: boolean }): SizeCheck {
  return (what, message) => {
    // The form in which Electron sends it, too.
    const bytes = serialize(message).byteLength
    if (bytes <= mostBytes) return
    if (strict) throw new Error(`${what} is a message of ${bytes} bytes; at most ${mostBytes} may be sent`)
    log.warn('A message to the window is too large', { what, bytes })
  }
}
