import { z } from 'zod'
import { route } from '../ipc/route.ts'
import { chatExportFormat, chatFilter, chatMessage, chatReason, chatRoomPart } from './chat.ts'

/** Every answer with messages in it is a look, and appends an audit entry with its reason. */
export const chatRoutes = {
  /** Newest first. */
  'chat.search': route(
    z.object({
      reason: chatReason,
      filter: chatFilter,
      offset: z.int().min(0).max(1e9),
      limit: z.int().min(1).max(200),
    }),
    z.object({ total: z.int(), messages: z.array(chatMessage) }),
  ),
  /** The room around one message: so many before it and after it. */
  'chat.around': route(
    z.object({
      reason: chatReason,
      messageId: z.string().max(64),
      earlier: z.int().min(0).max(500),
      later: z.int().min(0).max(500),
    }),
    chatRoomPart,
  ),
  /** The names of the rooms; no message is read. */
  'chat.rooms': route(z.object({}), z.array(z.string())),
  /** Asks with a dialog where to; null when it was cancelled. */
  'chat.export': route(
    z.object({ reason: chatReason, filter: chatFilter, format: chatExportFormat }),
    z.object({ fileName: z.string(), count: z.int(), sha256: z.string() }).nullable(),
  ),
} as const
