import { z } from 'zod'
import { instant, userId } from '../ids.ts'
import { userStatus } from '../directory/model.ts'

/** Why somebody reads the chat of others; it is kept with every look. */
export const chatReason = z.string().trim().min(3, 'A reason has at least 3 characters.').max(300)

export const chatFilter = z.object({
  /** Any words of a message; each may be cut short at its end. */
  words: z.string().max(200).optional(),
  /** The author's name as it was when the message was sent. */
  person: z.string().max(200).optional(),
  room: z.string().max(200).optional(),
  from: instant.optional(),
  until: instant.optional(),
})
export type ChatFilter = z.infer<typeof chatFilter>

export const chatMessage = z.object({
  id: z.string(),
  userId,
  /** As it was when the message was sent. */
  authorName: z.string(),
  /** What has become of the account since. */
  authorStatus: userStatus,
  room: z.string(),
  sentAt: instant,
  /** The text, in parts: those that a search found are hits. */
  body: z.array(z.object({ text: z.string(), hit: z.boolean() })),
})
export type ChatMessage = z.infer<typeof chatMessage>

/** A part of a room around one message, oldest first. */
export const chatRoomPart = z.object({
  room: z.string(),
  messages: z.array(chatMessage),
  /** Whether the room goes on before and after. */
  earlier: z.boolean(),
  later: z.boolean(),
})
export type ChatRoomPart = z.infer<typeof chatRoomPart>

export const chatExportFormat = z.enum(['json', 'csv', 'html'])
export type ChatExportFormat = z.infer<typeof chatExportFormat>

/** A search in words, as it stands in the audit and at the head of an export. */
export function chatQueryText({ words, person, room, from, until }: ChatFilter): string {
  const parts = [
    words === undefined ? '' : `"${words}"`,
    person === undefined ? '' : `by ${person}`,
    room === undefined ? '' : `in ${room}`,
    from === undefined ? '' : `from ${from}`,
    until === undefined ? '' : `before ${until}`,
  ].filter((part) => part !== '')
  return parts.length === 0 ? 'all messages' : parts.join(' ')
}

export function plainText({ body }: Pick<ChatMessage, 'body'>): string {
  return body.map(({ text }) => text).join('')
}
