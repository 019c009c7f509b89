import { basename } from 'node:path'
import {
  chatQueryText,
  type ChatExportFormat,
  type ChatFilter,
  type ChatMessage,
  type ChatRoomPart,
} from '../../../shared/audit/chat.ts'
import type { AuditAction } from '../../../shared/audit/actions.ts'
import { appendAudit } from '../../audit/repository.ts'
import type { Clock } from '../../clock.ts'
import type { WriteDb } from '../../db/sql.ts'
import { saveFile } from '../../files/savedFile.ts'
import { chatFile } from './chatFiles.ts'
import { chatAround, chatPages, listRooms, searchChat } from './chatRepository.ts'

export type ChatAudit = ReturnType<typeof createChatAudit>
type Given = { db: WriteDb; clock: Clock; operator: () => { name: string } }
export type Exported = { fileName: string; count: number; sha256: string }

/**
 * Chat of everybody, of people who have gone too. Reading and the entry that tells of it, with its reason, are one
 * transaction: nothing is shown that is not logged. Who may ask is checked before, by the permission of the route.
 */
export function createChatAudit({ db, clock, operator }: Given) {
  const log = (action: AuditAction, subject: string, detail: Record<string, unknown>): void =>
    appendAudit(db, clock, { operator: operator().name, action, subject, detail })
  return {
    search: (filter: ChatFilter, offset: number, limit: number, reason: string) =>
      db
        .transaction(() => {
          const found = searchChat(db, filter, offset, limit)
          const shown = { offset, shown: found.messages.length }
          log('chat.search', 'chat', { reason, query: chatQueryText(filter), filter, count: found.total, ...shown })
          return found
        })
        .immediate(),

    /** Throws NOT_FOUND. */
    around: (messageId: string, earlier: number, later: number, reason: string): ChatRoomPart =>
      db
        .transaction(() => {
          const part = chatAround(db, messageId, earlier, later)
          log('chat.read', part.room, { reason, message: messageId, count: part.messages.length })
          return part
        })
        .immediate(),

    rooms: (): string[] => listRooms(db),

    /** Writes what the filter finds to a file; its hash is in the audit before the file lies there. Throws FILE_PROBLEM. */
    export: async (path: string, filter: ChatFilter, format: ChatExportFormat, reason: string): Promise<Exported> => {
      const query = chatQueryText(filter)
      const by = operator().name
      const fileName = basename(path)
      let count = 0
      const pages = function* (): Generator<ChatMessage[]> {
        for (const messages of chatPages(db, filter)) {
          count += messages.length
          yield messages
        }
      }
      const head = { query, reason, operator: by, at: clock.now().toISOString() }
      const { sha256 } = await saveFile(path, chatFile(format, head, pages()), (saved) =>
        db
          .transaction(() => log('chat.export', fileName, { reason, query, filter, format, count, ...saved }))
          .immediate(),
      )
      return { fileName, count, sha256 }
    },
  }
}
