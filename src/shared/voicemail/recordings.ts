import { z } from 'zod'
import { extensionNumber } from '../ids.ts'
import { voicemailMessage } from './model.ts'

/** What happened to a recording since it was listed. changed: it has other content, and can be heard. lost: its file is missing, or holds no sound. */
export const damage = z.enum(['changed', 'lost'])
export type Damage = z.infer<typeof damage>

export const damagedRecording = voicemailMessage
  .pick({ id: true, callerName: true, callerNumber: true, receivedAt: true, timezone: true, seconds: true })
  .extend({ extension: extensionNumber, damage })
export type DamagedRecording = z.infer<typeof damagedRecording>

/** Answers stay small: so many damaged recordings are named, with how many there are in all. */
export const shownDamaged = 200

export const recordingsChecked = z.object({
  whole: z.int(),
  changed: z.int(),
  lost: z.int(),
  damaged: z.array(damagedRecording).max(shownDamaged),
})
export type RecordingsChecked = z.infer<typeof recordingsChecked>

/** How many changed recordings were kept as they are, and how many messages without sound were taken out. */
export const damageAccepted = z.object({ changed: z.int(), lost: z.int() })
export type DamageAccepted = z.infer<typeof damageAccepted>
