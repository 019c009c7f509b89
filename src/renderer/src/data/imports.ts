import {
  keepPreviousData,
  useMutation,
  useMutationState,
  useQuery,
  useQueryClient,
  type MutationState,
} from '@tanstack/react-query'
import { useState } from 'react'
import type { GrantId } from '../../../shared/ids.ts'
import type { SourceAnswers, VoicemailSourceKind } from '../../../shared/imports/contract.ts'
import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { call } from '../ipc/client.ts'
import { refresh, routeQuery } from './routeQuery.ts'
import { changedByMessages } from './voicemail.ts'

/** A file or folder that a dialog of main granted. */
export type Granted = { grantId: GrantId; name: string }
export type UserMapping = Readonly<Record<string, string>>

/** Null when the dialog was cancelled. */
export function useChooseUsersFile() {
  return useMutation({ mutationFn: () => call('imports.chooseUsersFile', {}) })
}

/** What an import would do; the last answer stays while another mapping is read. */
export function useUsersPreview(grantId: GrantId, mapping: UserMapping | undefined) {
  return useQuery({
    ...routeQuery('imports.previewUsers', { grantId, ...(mapping !== undefined && { mapping }) }),
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
}

/** onImported: also when the page was left meanwhile. */
export function useImportUsers(grantId: GrantId, mapping: UserMapping | undefined, onImported: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationKey: ['imports.users', grantId],
    mutationFn: (skipInvalid: boolean) =>
      call('imports.users', { grantId, skipInvalid, ...(mapping !== undefined && { mapping }) }),
    onSuccess: async () => {
      await refresh(client, changedByMessages)
      onImported()
    },
  })
}

/** What of a source is imported: where it lies, what it is, and the answers to its fields. */
export type ChosenSource = { grantId: GrantId; from: VoicemailSourceKind; answers: SourceAnswers }

/** Null when the dialog was cancelled. */
export function useChooseVoicemail() {
  return useMutation({
    mutationFn: (wanted: { take: 'folder' | 'file'; from: VoicemailSourceKind | null }) =>
      call('imports.chooseVoicemail', wanted),
  })
}

/** What an import would do; the last answer stays while it is read with other answers to its fields. */
export function useVoicemailPreview(source: ChosenSource, { enabled }: { enabled: boolean }) {
  return useQuery({
    ...routeQuery('imports.previewVoicemail', source),
    placeholderData: keepPreviousData,
    gcTime: 0,
    enabled,
  })
}

/** onImported: also when the page was left meanwhile. */
export function useImportVoicemail(source: ChosenSource, onImported: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationKey: ['imports.voicemail', source.grantId, source.from],
    mutationFn: () => call('imports.voicemail', source),
    onSuccess: async () => {
      await refresh(client, changedByMessages)
      onImported()
    },
    // What came in before it stopped stays, and the preview says what is left.
    onError: () => refresh(client, [...changedByMessages, 'imports.previewVoicemail']),
  })
}

export type ImportRoute = 'imports.users' | 'imports.voicemail'
export type LastImport<R extends ImportRoute> = MutationState<OutputOf<R>>

/** How the newest import stands, of anything or of this, also one that began before the page was left; undefined when there was none. */
export function useLastImport<R extends ImportRoute>(route: R, ...of: string[]): LastImport<R> | undefined {
  const states = useMutationState({
    filters: { mutationKey: [route, ...of] },
    select: ({ state }) => state as LastImport<R>,
  })
  return states.at(-1)
}

/** Whether an import runs that began before the page was left: what it imports was looked at then. */
export function useGoesOn(route: ImportRoute): boolean {
  const last = useLastImport(route)
  const [before] = useState(last?.submittedAt)
  return last?.status === 'pending' && last.submittedAt === before
}

/** Null when the dialog was cancelled. */
export function useSaveProblems() {
  return useMutation({ mutationFn: () => call('imports.saveProblems', {}) })
}

/** Stops the import that runs; the import answers that it was cancelled. */
export function useCancelImport() {
  return useMutation({ mutationFn: () => call('imports.cancel', {}) })
}
