import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ArchiveFilter, ArchiveSort } from '../../../shared/archives/library.ts'
import type { ArchiveRow } from '../../../shared/archives/model.ts'
import type { ArchiveNotes } from '../../../shared/archives/notes.ts'
import type { ArchiveId } from '../../../shared/ids.ts'
import type { RouteName } from '../../../shared/ipc/contract.ts'
import { call } from '../ipc/client.ts'
import { pageNumbered, useList } from './pages.ts'
import { refresh, routeQuery } from './routeQuery.ts'

/** What an archive that came, went or changed makes stale. */
export const archiveAnswers: readonly RouteName[] = [
  'archives.list',
  'archives.summary',
  'archives.open',
  'archives.messages',
  'scrub.status',
  // A run says what became of its archive.
  'runs.show',
]

export type ArchivesQuery = ArchiveFilter & { sort: ArchiveSort; descending: boolean }

/** The archives as one long list. */
export function useArchivesList(query: ArchivesQuery, row: number) {
  const pages = {
    page: (number: number) => routeQuery('archives.list', { ...query, ...pageNumbered(number) }),
    rowsIn: ({ archives }: { archives: readonly ArchiveRow[] }) => archives,
  }
  return useList(pages, row)
}

/** How many archives a filter leaves, and in how many messages its words occur; undefined until it is counted. */
export function useArchivesFound({ sort, descending, ...filter }: ArchivesQuery) {
  const { search, state, tag } = filter
  const searched = search !== undefined
  const narrowed = searched || state !== undefined || tag !== undefined
  const archives = useQuery({
    ...routeQuery('archives.list', { sort, descending, ...filter, ...pageNumbered(0) }),
    enabled: narrowed,
  })
  const messages = useQuery({
    ...routeQuery('archives.messages', { search: search ?? '', limit: 1 }),
    enabled: searched,
  })
  return { narrowed, searched, archives: archives.data?.total, messages: messages.data?.total ?? undefined }
}

export function useArchivesSummary() {
  return useQuery(routeQuery('archives.summary', {}))
}

/** What is in an archive, read from its folder. */
export function useArchiveContent(archiveId: ArchiveId) {
  return useQuery(routeQuery('archives.open', { archiveId }))
}

/** Rows of the tables of records that are read at once. */
export const recordsAtOnce = 100

export type RecordKind = 'calls' | 'contacts' | 'meetings' | 'greetings'

/** How many records of each kind that an archive has; read with the first page, which its table then has at once. */
export function useRecordCounts(
  archiveId: ArchiveId,
  has: Readonly<Record<RecordKind, boolean>>,
): Partial<Record<RecordKind, number>> {
  const page = { archiveId, offset: 0, limit: recordsAtOnce }
  const calls = useQuery({ ...routeQuery('archives.calls', page), enabled: has.calls })
  const contacts = useQuery({ ...routeQuery('archives.contacts', page), enabled: has.contacts })
  const meetings = useQuery({ ...routeQuery('archives.meetings', page), enabled: has.meetings })
  const greetings = useQuery({ ...routeQuery('archives.greetings', { archiveId }), enabled: has.greetings })
  return {
    ...(calls.data !== undefined && { calls: calls.data.total }),
    ...(contacts.data !== undefined && { contacts: contacts.data.total }),
    ...(meetings.data !== undefined && { meetings: meetings.data.total }),
    ...(greetings.data !== undefined && { greetings: greetings.data.length }),
  }
}

export type RecordsPage = { archiveId: ArchiveId; offset: number; limit: number }

export function useArchivedCalls(page: RecordsPage) {
  return useQuery({ ...routeQuery('archives.calls', page), placeholderData: keepPreviousData })
}

export function useArchivedContacts(page: RecordsPage) {
  return useQuery({ ...routeQuery('archives.contacts', page), placeholderData: keepPreviousData })
}

export function useArchivedMeetings(page: RecordsPage) {
  return useQuery({ ...routeQuery('archives.meetings', page), placeholderData: keepPreviousData })
}

export function useArchivedGreetings(archiveId: ArchiveId) {
  return useQuery(routeQuery('archives.greetings', { archiveId }))
}

/** A change of archives; what shows them is read again, also after a failure. */
export function useArchiveChange<T, V = void>(change: (value: V) => Promise<T>) {
  const client = useQueryClient()
  return useMutation({ mutationFn: change, onSettled: () => refresh(client, archiveAnswers) })
}

/** Reads every file of the archive again and compares the hashes. */
export function useVerifyArchive(archiveId: ArchiveId) {
  return useArchiveChange(() => call('archives.verify', { archiveId }))
}

/** Stops it; it then ends with CANCELLED. */
export function useCancelVerify(archiveId: ArchiveId) {
  return useMutation({ mutationFn: () => call('archives.cancelVerify', { archiveId }) })
}

export function useShowArchive(archiveId: ArchiveId) {
  return useMutation({ mutationFn: () => call('archives.showInFolder', { archiveId }) })
}

/** Asks for a bag with a dialog; null when the dialog was cancelled. */
export function useAddArchive() {
  return useArchiveChange(() => call('archives.add', {}))
}

export function useForgetArchive(archiveId: ArchiveId) {
  return useArchiveChange(() => call('archives.forget', { archiveId }))
}

/** Moves the folder to the wastebasket; confirm is its name. */
export function useRemoveArchive(archiveId: ArchiveId) {
  return useArchiveChange((confirm: string) => call('archives.remove', { archiveId, confirm }))
}

export type EditedNotes = Omit<ArchiveNotes, 'messages' | 'legalHold'>

/** base: the hash of the notes that were changed. */
export function useSaveNotes(archiveId: ArchiveId) {
  return useArchiveChange(({ base, notes }: { base: string | null; notes: EditedNotes }) =>
    call('archives.saveNotes', { archiveId, base, notes }),
  )
}

export function useSaveMessageNote(archiveId: ArchiveId) {
  return useArchiveChange(({ messageId, note }: { messageId: string; note: string }) =>
    call('archives.saveMessageNote', { archiveId, messageId, note }),
  )
}

export function useSetHold(archiveId: ArchiveId) {
  return useArchiveChange((reason: string | null) => call('archives.setHold', { archiveId, reason }))
}

export function useCompareArchives(first: ArchiveId) {
  return useMutation({ mutationFn: (second: ArchiveId) => call('archives.compare', { first, second }) })
}
