import { setImmediate as nextTurn } from 'node:timers/promises'
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
import { commitWhenFree } from '../../db/commitWhenFree.ts'
import type { WriteDb } from '../../db/sql.ts'
import { exportsOf } from '../../unfinished/saveExport.ts'
import { chatFile } from './chatFiles.ts'
import { chatPages } from './chatPages.ts'
import { chatAround, chatPlaces, countChat, listRooms, readChat } from './chatRepository.ts'

export type ChatAudit = ReturnType<typeof createChatAudit>
type Given = { db: WriteDb; dataFolder: string; clock: Clock; operator: () => { name: string } }
export type Exported = { fileName: string; count: number; sha256: string }

type Found = { total: number; messages: ChatMessage[] }

/**
 * Chat of everybody, of people who have gone too. The entry that tells of a look, with its reason, is committed before
 * anybody sees what was found: nothing is shown that is not logged. A search takes turns, because a word that is
 * everywhere is found in most of what was ever written. Who may ask is checked before, by the permission of the route.
 */
export function createChatAudit({ db, dataFolder, clock, operator }: Given) {
  const saveFile = exportsOf(dataFolder)
  const log = (by: string, action: AuditAction, subject: string, detail: Record<string, unknown>): void =>
    appendAudit(db, clock, { operator: by, action, subject, detail })
  /** For work of many turns, in which a thread may have borrowed the writing. */
  const logWhenFree = (...entry: Parameters<typeof log>): Promise<void> => commitWhenFree(db, () => log(...entry))
  /** Who reads is asked before: a lock that falls then is in the audit, and would not be out of a transaction that ends. */
  const logged = <T>(read: (by: string) => T): T => {
    const by = operator().name
    return db.transaction(() => read(by)).immediate()
  }
  return {
    /** A page of what the filter finds, newest first, and how much it is. */
    search: async (filter: ChatFilter, offset: number, limit: number, reason: string): Promise<Found> => {
      const by = operator().name
      const total = countChat(db, filter)
      await nextTurn()
      const places = chatPlaces(db, filter, offset, limit)
      await nextTurn()
      const messages = readChat(db, filter, places)
      const detail = { reason, query: chatQueryText(filter), filter, count: total, offset, shown: messages.length }
      await logWhenFree(by, 'chat.search', 'chat', detail)
      return { total, messages }
    },

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
      const pages = async function* (): AsyncGenerator<ChatMessage[]> {
        for await (const messages of chatPages(db, filter)) {
          count += messages.length
          yield messages
        }
      }
      const head = { query, reason, operator: by, at: clock.now().toISOString() }
      const { sha256 } = await saveFile(path, chatFile(format, head, pages()), (saved) =>
        logWhenFree(by, 'chat.export', fileName, { reason, query, filter, format, count, ...saved }),
      )
      return { fileName, count, sha256 }
    },
  }
}
