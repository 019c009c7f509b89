import { keepPreviousData, useMutation, useQueries, useQuery } from '@tanstack/react-query'
import type { ChatExportFormat, ChatFilter } from '../../../shared/audit/chat.ts'
import type { AuditEntry, AuditFilter } from '../../../shared/audit/model.ts'
import { call } from '../ipc/client.ts'
import { pagesAround, type Visible } from './pages.ts'
import { routeQuery } from './routeQuery.ts'

const pageSize = 100

/** Other operators and runs add entries at any time, so a page that is opened again is read again. */
function auditPage(filter: AuditFilter, page: number) {
  const query = routeQuery('audit.list', { filter, offset: page * pageSize, limit: pageSize })
  return { ...query, staleTime: 0 }
}

/** The administration entries as one long list of which only the pages around the visible rows are read. */
export function useAuditEntries(filter: AuditFilter, visible: Visible) {
  const head = useQuery({ ...auditPage(filter, 0), placeholderData: keepPreviousData })
  const total = head.data?.total ?? 0
  const numbers = pagesAround(visible, total, pageSize)
  const others = useQueries({ queries: numbers.map((page) => auditPage(filter, page)) })
  const rowAt = (index: number): AuditEntry | undefined => {
    const page = Math.floor(index / pageSize)
    const answer = page === 0 ? head.data : others[numbers.indexOf(page)]?.data
    return answer?.entries[index % pageSize]
  }
  return { head, total, rowAt }
}

export function useAuditFacets() {
  return useQuery({ ...routeQuery('audit.facets', {}), staleTime: 0 })
}

export function useVerifyAudit() {
  return useMutation({ mutationFn: () => call('audit.verify', {}) })
}

/** Asks with a dialog where to; null when it was cancelled. */
export function useExportAudit() {
  return useMutation({ mutationFn: (filter: AuditFilter) => call('audit.export', { filter }) })
}

export type ChatSearch = {
  filter: ChatFilter
  reason: string
  /** Tells a search that is made again from the last. */ nth: number
}

/** What is found stays as it was found: every further page is a look of its own in the audit. */
export function useChatSearch({ filter, reason, nth }: ChatSearch, visible: Visible) {
  const page = (number: number) => ({
    queryKey: ['chat.search', nth, number] as const,
    queryFn: () => call('chat.search', { filter, reason, offset: number * pageSize, limit: pageSize }),
  })
  const head = useQuery(page(0))
  const total = head.data?.total ?? 0
  const numbers = pagesAround(visible, total, pageSize)
  const others = useQueries({ queries: numbers.map(page) })
  const rowAt = (index: number) => {
    const at = Math.floor(index / pageSize)
    const answer = at === 0 ? head.data : others[numbers.indexOf(at)]?.data
    return answer?.messages[index % pageSize]
  }
  return { head, total, rowAt }
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
