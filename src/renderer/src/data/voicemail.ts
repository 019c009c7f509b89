import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { VoicemailId } from '../../../shared/ids.ts'
import type { InputOf, RouteName } from '../../../shared/ipc/contract.ts'
import type { OnlyMessages, OwnerSide } from '../../../shared/voicemail/contract.ts'
import type { VoicemailFilter, VoicemailRow, VoicemailSort } from '../../../shared/voicemail/model.ts'
import { call } from '../ipc/client.ts'
import { directoryAnswers } from './directory.ts'
import { useNotShown } from './notShown.ts'
import { pageNumbered, rowsBetween, useIsEmpty, useListCountedLater } from './pages.ts'
import { refresh, routeQuery } from './routeQuery.ts'

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

/** What messages or people that come or go make stale. */
export const changedByMessages: readonly RouteName[] = [...voicemailAnswers, ...directoryAnswers, 'tenant.status']

export type VoicemailQuery = {
  filter: Partial<VoicemailFilter>
  sort: VoicemailSort
  descending: boolean
}

function messagePages(query: VoicemailQuery) {
  return {
    page: (number: number) => routeQuery('voicemail.search', { ...query, ...pageNumbered(number) }),
    rowsIn: ({ messages }: { messages: readonly VoicemailRow[] }) => messages,
  }
}

/** All messages as one long list. */
export function useVoicemail(query: VoicemailQuery, row: number) {
  return useListCountedLater(messagePages(query), routeQuery('voicemail.count', query), row)
}

/** Whether the list shows no message. */
export function useNoVoicemail(query: VoicemailQuery): boolean {
  return useIsEmpty(messagePages(query))
}

export function useMessagesBetween(query: VoicemailQuery) {
  const client = useQueryClient()
  return async (first: number, last: number): Promise<VoicemailId[]> => {
    const messages = await rowsBetween(client, messagePages(query), { first, last })
    return messages.map(({ id }) => id)
  }
}

/** How many of these messages the list does not show. */
export function useMessagesNotShown(query: VoicemailQuery, messages: ReadonlySet<VoicemailId>): number {
  return useNotShown(routeQuery('voicemail.count', { ...query, of: [...messages] }), messages.size)
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

/** Reads the recordings of these messages again; each time it is shown, because only the disk knows. */
export function useCheckedRecordings(messages: readonly VoicemailId[] | undefined) {
  return useQuery({
    queryKey: ['voicemail.check', messages] as const,
    queryFn: ({ signal }) => {
      // When the dialog is closed nobody waits for the rest. Nor for the end of that.
      signal.addEventListener('abort', () => void call('voicemail.stopCheck', {}).catch(() => undefined))
      return call('voicemail.check', { messages: [...(messages ?? [])] })
    },
    enabled: messages !== undefined && messages.length > 0,
    staleTime: 0,
    gcTime: 0,
  })
}

export function useAcceptDamage() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: InputOf<'voicemail.acceptDamage'>) => call('voicemail.acceptDamage', input),
    onSettled: () => refresh(client, changedByMessages),
  })
}

/** Saves the list as CSV where a dialog says. */
export function useExportVoicemail() {
  return useMutation({ mutationFn: (input: InputOf<'voicemail.export'>) => call('voicemail.export', input) })
}
