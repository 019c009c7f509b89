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
  const log = (by: string, action: AuditAction, subject: string, detail: Record<string, unknown>): void =>
    appendAudit(db, clock, { operator: by, action, subject, detail })
  /** Who reads is asked before: a lock that falls then is in the audit, and would not be out of a transaction that ends. */
  const logged = <T>(read: (by: string) => T): T => {
    const by = operator().name
    return db.transaction(() => read(by)).immediate()
  }
  return {
    search: (filter: ChatFilter, offset: number, limit: number, reason: string) =>
      logged((by) => {
        const found = searchChat(db, filter, offset, limit)
        const shown = { offset, shown: found.messages.length }
        log(by, 'chat.search', 'chat', { reason, query: chatQueryText(filter), filter, count: found.total, ...shown })
        return found
      }),

    /** Throws NOT_FOUND. */
    around: (messageId: string, earlier: number, later: number, reason: string): ChatRoomPart =>
      logged((by) => {
        const part = chatAround(db, messageId, earlier, later)
        log(by, 'chat.read', part.room, { reason, message: messageId, count: part.messages.length })
        return part
      }),

    rooms: (): string[] => listRooms(db),

    /** Writes what the filter finds to a file; its hash is in the audit before the file lies there. Throws FILE_PROBLEM. */
    export: async (path: string, filter: ChatFilter, format: ChatExportFormat, reason: string): Promise<Exported> => {
      const query = chatQueryText(filter)
      // Asked now: the lock may fall while the file is written.
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
          .transaction(() => log(by, 'chat.export', fileName, { reason, query, filter, format, count, ...saved }))
          .immediate(),
      )
      return { fileName, count, sha256 }
    },
  }
}
