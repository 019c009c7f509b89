import type { z } from 'zod'

/** A route is what may be asked (input) and what is answered (output); nothing else declares a channel. */
export type Route<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = { input: I; output: O }

export function route<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Route<I, O> {
  return { input, output }
}
