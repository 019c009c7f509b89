import { useDebouncedValue } from '@mantine/hooks'
import {
  keepPreviousData,
  useMutation,
  useQueries,
  useQuery,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query'
import type { VoicemailId } from '../../../shared/ids.ts'
import type { InputOf, RouteName } from '../../../shared/ipc/contract.ts'
import type { OnlyMessages, OwnerSide } from '../../../shared/voicemail/contract.ts'
import type { VoicemailFilter, VoicemailRow, VoicemailSort } from '../../../shared/voicemail/model.ts'
import { call } from '../ipc/client.ts'
import { pagesAround, type Visible } from './pages.ts'
import { routeQuery } from './routeQuery.ts'

/** Rows that are asked for at once. */
const pageSize = 100
/** Keystrokes settle for this long before main is asked. */
const settleMilliseconds = 120

/** What a run, an import or a change of a person makes stale. */
export const voicemailAnswers: readonly RouteName[] = [
  'voicemail.list',
  'voicemail.search',
  'voicemail.count',
  'voicemail.facets',
  'voicemail.extensions',
  'voicemail.owners',
  'voicemail.chosen',
]

export type VoicemailQuery = {
  filter: Partial<VoicemailFilter>
  sort: VoicemailSort
  descending: boolean
}

function messagePage(query: VoicemailQuery, page: number) {
  return routeQuery('voicemail.search', { ...query, offset: page * pageSize, limit: pageSize })
}

/** All messages as one long list of which only the pages around the visible rows are read. */
export function useVoicemail(query: VoicemailQuery, visible: Visible) {
  const head = useQuery({ ...messagePage(query, 0), placeholderData: keepPreviousData })
  const uncounted = head.data?.total === null && !head.isPlaceholderData
  const count = useQuery({ ...routeQuery('voicemail.count', query), enabled: uncounted })
  const counted = head.data?.total ?? (uncounted ? count.data?.total : undefined)
  const total = counted ?? head.data?.messages.length ?? 0
  const numbers = pagesAround(visible, total, pageSize)
  const others = useQueries({ queries: numbers.map((page) => messagePage(query, page)) })
  const rowAt = (index: number): VoicemailRow | undefined => {
    const page = Math.floor(index / pageSize)
    const answer = page === 0 ? head.data : others[numbers.indexOf(page)]?.data
    return answer?.messages[index % pageSize]
  }
  return { head, list: { loaded: head.data !== undefined, total, counted, changing: head.isPlaceholderData, rowAt } }
}

/** The messages of a range of rows, also of those that were never on the screen. */
async function messagesBetween(
  client: QueryClient,
  query: VoicemailQuery,
  { first, last }: Visible,
): Promise<VoicemailId[]> {
  const ids: VoicemailId[] = []
  for (let page = Math.floor(first / pageSize); page * pageSize <= last; page += 1) {
    const { messages } = await client.fetchQuery(messagePage(query, page))
    messages.forEach(({ id }, index) => {
      const row = page * pageSize + index
      if (row >= first && row <= last) ids.push(id)
    })
  }
  return ids
}

export function useMessagesBetween(query: VoicemailQuery) {
  const client = useQueryClient()
  return (first: number, last: number) => messagesBetween(client, query, { first, last })
}

/** The folders and formats that the filters offer. */
export function useVoicemailFacets() {
  return useQuery(routeQuery('voicemail.facets', {}))
}

/** Extensions with messages that match what is typed; the answer before stays until the next one is there. */
export function useFoundExtensions(search: string) {
  const [settled] = useDebouncedValue(search.trim(), settleMilliseconds)
  return useQuery({ ...routeQuery('voicemail.extensions', { search: settled }), placeholderData: keepPreviousData })
}

/** Owners of extensions with messages, then or now, in the same way. */
export function useFoundOwners(side: OwnerSide, search: string) {
  const [settled] = useDebouncedValue(search.trim(), settleMilliseconds)
  return useQuery({ ...routeQuery('voicemail.owners', { side, search: settled }), placeholderData: keepPreviousData })
}

/** What of the list would be saved, and how much it is. */
export function useChosenMessages(query: VoicemailQuery, only: OnlyMessages) {
  // It becomes a plan, so it is asked again whenever it is shown.
  return useQuery({ ...routeQuery('voicemail.chosen', { ...query, only }), staleTime: 0 })
}

/** Saves the list as CSV where a dialog says. */
export function useExportVoicemail() {
  return useMutation({ mutationFn: (input: InputOf<'voicemail.export'>) => call('voicemail.export', input) })
}
