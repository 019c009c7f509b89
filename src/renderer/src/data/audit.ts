import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ChatExportFormat, ChatFilter, ChatMessage } from '../../../shared/audit/chat.ts'
import type { AuditEntry, AuditFilter } from '../../../shared/audit/model.ts'
import type { InputOf, RouteName } from '../../../shared/ipc/contract.ts'
import { call } from '../ipc/client.ts'
import { pageNumbered, useIsEmpty, useList } from './pages.ts'
import { refresh, routeQuery } from './routeQuery.ts'

/** What the entries are asked. */
export const auditAnswers: readonly RouteName[] = ['audit.list', 'audit.facets']

function entryPages(filter: AuditFilter) {
  return {
    page: (number: number) => {
      const asked = { filter, ...pageNumbered(number) }
      return { queryKey: ['audit.list', 'rows', asked] as const, queryFn: () => readEntries(asked), staleTime: 0 }
    },
    rowsIn: ({ rows }: { rows: readonly AuditRow[] }) => rows,
  }
}

/** The administration entries as one long list. Others add to them at any time, so what is opened again is read again. */
export function useAuditEntries(filter: AuditFilter, row: number) {
  return useList(entryPages(filter), row)
}

/** Whether the list shows no entry. */
export function useNoEntries(filter: AuditFilter): boolean {
  return useIsEmpty(entryPages(filter))
}

export type AuditRow = AuditEntry & { id: string }

async function readEntries(asked: InputOf<'audit.list'>): Promise<{ total: number; rows: AuditRow[] }> {
  const { total, entries } = await call('audit.list', asked)
  return { total, rows: entries.map((entry) => ({ ...entry, id: String(entry.seq) })) }
}

export function useAuditFacets() {
  return useQuery({ ...routeQuery('audit.facets', {}), staleTime: 0 })
}

export function useVerifyAudit() {
  return useMutation({ mutationFn: () => call('audit.verify', {}) })
}

/** Asks with a dialog where to; null when it was cancelled. The export is an entry itself. */
export function useExportAudit() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (filter: AuditFilter) => call('audit.export', { filter }),
    onSuccess: () => refresh(client, auditAnswers),
  })
}

export type ChatSearch = {
  filter: ChatFilter
  reason: string
  /** Tells a search that is made again from the last. */ nth: number
}

function chatPages({ filter, reason, nth }: ChatSearch) {
  return {
    page: (number: number) => ({
      queryKey: ['chat.search', nth, number] as const,
      queryFn: () => call('chat.search', { filter, reason, ...pageNumbered(number) }),
    }),
    rowsIn: ({ messages }: { messages: readonly ChatMessage[] }) => messages,
    // What another reason found is not shown under this one.
    strict: true as const,
  }
}

/** What is found stays as it was found: every further page is a look of its own in the audit. */
export function useChatSearch(search: ChatSearch, row: number) {
  return useList(chatPages(search), row)
}

/** Whether the search has found no message. */
export function useNoMessageFound(search: ChatSearch): boolean {
  return useIsEmpty(chatPages(search))
}

/** The room around a message; more of it is another look. */
export function useChatAround(messageId: string, reach: { earlier: number; later: number }, reason: string) {
  return useQuery({
    queryKey: ['chat.around', messageId, reach] as const,
    queryFn: () => call('chat.around', { messageId, ...reach, reason }),
    placeholderData: keepPreviousData,
  })
}

export function useChatRooms() {
  return useQuery(routeQuery('chat.rooms', {}))
}

export function useExportChat() {
  return useMutation({
    mutationFn: (wanted: { filter: ChatFilter; reason: string; format: ChatExportFormat }) =>
      call('chat.export', wanted),
  })
}
