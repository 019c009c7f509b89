import { z } from 'zod'
import { route } from '../ipc/route.ts'
import { extensionId } from '../ids.ts'
import { voicemailMessage } from './model.ts'

export const voicemailRoutes = {
  /** Newest first; the audio is played from media://voicemail/ID. */
  'voicemail.list': route(
    z.object({ extensionId, offset: z.int().min(0).default(0), limit: z.int().min(1).max(500) }),
    z.object({ total: z.int(), messages: z.array(voicemailMessage) }),
  ),
} as const
