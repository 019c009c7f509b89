import { z } from 'zod'
import { playbackSpeeds } from './speeds.ts'

/** Bars of a picture: as many as a wide player shows. */
export const maximalBars = 480

export const playbackSpeed = z.literal(playbackSpeeds)

/**
 * Why a sound is not heard, or not all of it: MISSING no file is where it should be, UNREADABLE the disk refuses, EMPTY it
 * has no bytes, NOT_AUDIO they are no sound of a known format, NO_DECODER nothing here plays the format, SHORTER it ends
 * before the length that is listed.
 */
export const soundProblem = z.enum(['MISSING', 'UNREADABLE', 'EMPTY', 'NOT_AUDIO', 'NO_DECODER', 'SHORTER'])
export type SoundProblem = z.infer<typeof soundProblem>

export const soundLook = z.object({
  problem: soundProblem.nullable(),
  /** Of what is there, measured by its frames; null when it is no sound. */
  seconds: z.number().nullable(),
  /** The loudest sample of each of so many equal parts, from 0 to 255, where 255 is the loudest of all; null without one. */
  peaks: z.array(z.int().min(0).max(255)).max(maximalBars).nullable(),
  /** Whether the window is to make the picture, because only it decodes the format. */
  picturedByWindow: z.boolean(),
})
export type SoundLook = z.infer<typeof soundLook>
