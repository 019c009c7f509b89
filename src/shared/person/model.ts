import { z } from 'zod'
import { instant } from '../ids.ts'

export const contactRow = z.object({
  id: z.string(),
  name: z.string(),
  company: z.string(),
  email: z.string(),
  phoneNumber: z.string(),
})

export const meetingRow = z.object({
  id: z.string(),
  title: z.string(),
  startsAt: instant,
  endsAt: instant,
  participants: z.array(z.string()),
})
export type MeetingRow = z.infer<typeof meetingRow>

/** A fax or text message: other products keep them for a period after the person left. */
export const otherRecordRow = z.object({
  id: z.string(),
  product: z.enum(['fax', 'sms']),
  peerNumber: z.string(),
  sentAt: instant,
  summary: z.string(),
})

export const sessionRow = z.object({
  id: z.string(),
  client: z.string(),
  startedAt: instant,
  /** Null while the session is open. */
  endedAt: instant.nullable(),
})

export const preferenceRow = z.object({ key: z.string(), value: z.string() })
