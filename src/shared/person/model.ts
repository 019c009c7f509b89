import { z } from 'zod'
import { instant } from '../ids.ts'

export const contactRow = z.object({
  id: z.string(),
  name: z.string(),
  company: z.string(),
  email: z.string(),
  phoneNumber: z.string(),
})
export type ContactRow = z.infer<typeof contactRow>

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
export type OtherRecordRow = z.infer<typeof otherRecordRow>

export const sessionRow = z.object({
  id: z.string(),
  client: z.string(),
  startedAt: instant,
  /** Null while the session is open. */
  endedAt: instant.nullable(),
})
export type SessionRow = z.infer<typeof sessionRow>

export const preferenceRow = z.object({ key: z.string(), value: z.string() })
export type PreferenceRow = z.infer<typeof preferenceRow>
