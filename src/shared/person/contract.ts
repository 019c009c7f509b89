import { z } from 'zod'
import { userId } from '../ids.ts'
import { route } from '../ipc/route.ts'
import { contactRow, meetingRow, otherRecordRow, preferenceRow, sessionRow } from './model.ts'

const asked = z.object({ userId, offset: z.int().min(0).default(0), limit: z.int().min(1).max(200) })
const page = <Row extends z.ZodType>(row: Row) => z.object({ total: z.int(), rows: z.array(row) })

/** The long lists that hang on one person, a page at a time; small things come with users.show. */
export const personRoutes = {
  /** By name. */
  'person.contacts': route(asked, page(contactRow)),
  /** Newest first, and so in the others. */
  'person.meetings': route(asked, page(meetingRow)),
  'person.otherRecords': route(asked, page(otherRecordRow)),
  'person.sessions': route(asked, page(sessionRow)),
  'person.preferences': route(asked, page(preferenceRow)),
} as const
export type PersonRoute = keyof typeof personRoutes
