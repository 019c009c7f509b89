import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { LibraryFolderId } from '../../../shared/ids.ts'
import { call } from '../ipc/client.ts'
import { archiveAnswers } from './archives.ts'
import { refresh, routeQuery } from './routeQuery.ts'

const answers = ['library.folders', ...archiveAnswers] as const

export function useLibraryFolders() {
  return useQuery(routeQuery('library.folders', {}))
}

/** Asks for a folder with a dialog and looks through it; null when the dialog was cancelled. */
export function useAddLibraryFolder() {
  return useLibraryChange(() => call('library.addFolder', {}))
}

export function useRemoveLibraryFolder() {
  return useLibraryChange((folderId: LibraryFolderId) => call('library.removeFolder', { folderId }))
}

/** Looks for archives in all folders. */
export function useLookForArchives() {
  return useLibraryChange(() => call('library.look', {}))
}

export function useCancelLook() {
  return useMutation({ mutationFn: () => call('library.cancelLook', {}) })
}

function useLibraryChange<T, V = void>(change: (value: V) => Promise<T>) {
  const client = useQueryClient()
  return useMutation({ mutationFn: change, onSettled: () => refresh(client, answers) })
}

/** The daily check; while something is being read, it is asked every second. */
export function useScrubStatus() {
  return useQuery({
    ...routeQuery('scrub.status', {}),
    refetchInterval: ({ state }) => (state.data?.current == null ? 60_000 : 1000),
  })
}

export function useScrubChange(route: 'scrub.next' | 'scrub.stop') {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => call(route, {}),
    onMutate: () => void setTimeout(() => void refresh(client, ['scrub.status']), 200),
    onSettled: () => refresh(client, answers),
  })
}
