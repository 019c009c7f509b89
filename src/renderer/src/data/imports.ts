import {
  keepPreviousData,
  useMutation,
  useMutationState,
  useQuery,
  useQueryClient,
  type MutationState,
} from '@tanstack/react-query'
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

export function useImportUsers(grantId: GrantId, mapping: UserMapping | undefined) {
  const client = useQueryClient()
  return useMutation({
    mutationKey: ['imports.users'],
    mutationFn: (skipInvalid: boolean) =>
      call('imports.users', { grantId, skipInvalid, ...(mapping !== undefined && { mapping }) }),
    onSuccess: () => refresh(client, changedByMessages),
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
export function useVoicemailPreview(source: ChosenSource) {
  return useQuery({ ...routeQuery('imports.previewVoicemail', source), placeholderData: keepPreviousData, gcTime: 0 })
}

export function useImportVoicemail(source: ChosenSource) {
  const client = useQueryClient()
  return useMutation({
    mutationKey: ['imports.voicemail'],
    mutationFn: () => call('imports.voicemail', source),
    onSuccess: () => refresh(client, changedByMessages),
    // What came in before it stopped stays, and the preview says what is left.
    onError: () => refresh(client, [...changedByMessages, 'imports.previewVoicemail']),
  })
}

export type ImportRoute = 'imports.users' | 'imports.voicemail'
export type LastImport<R extends ImportRoute> = MutationState<OutputOf<R>>

/** How the newest import stands, also one that began before the page was left; undefined when there was none. */
export function useLastImport<R extends ImportRoute>(route: R): LastImport<R> | undefined {
  const states = useMutationState({
    filters: { mutationKey: [route] },
    select: ({ state }) => state as LastImport<R>,
  })
  return states.at(-1)
}

/** Null when the dialog was cancelled. */
export function useSaveProblems() {
  return useMutation({ mutationFn: () => call('imports.saveProblems', {}) })
}

/** Stops the import that runs; the import answers that it was cancelled. */
export function useCancelImport() {
  return useMutation({ mutationFn: () => call('imports.cancel', {}) })
}
