import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ArchiveId } from '../../../shared/ids.ts'
import { call } from '../ipc/client.ts'
import { refresh, routeQuery } from './routeQuery.ts'

export function useArchives() {
  return useQuery(routeQuery('archives.list', {}))
}

/** What is in an archive, read from its folder. */
export function useArchiveContent(archiveId: ArchiveId) {
  return useQuery(routeQuery('archives.open', { archiveId }))
}

/** Reads every file of the archive again and compares the hashes. */
export function useVerifyArchive(archiveId: ArchiveId) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => call('archives.verify', { archiveId }),
    onSettled: () => refresh(client, ['archives.list', 'archives.open']),
  })
}

export function useShowArchive(archiveId: ArchiveId) {
  return useMutation({ mutationFn: () => call('archives.showInFolder', { archiveId }) })
}

/** Asks for a bag with a dialog; null when the dialog was cancelled. */
export function useAddArchive() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => call('archives.add', {}),
    onSuccess: () => refresh(client, ['archives.list']),
  })
}

export function useForgetArchive(archiveId: ArchiveId) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => call('archives.forget', { archiveId }),
    onSuccess: () => refresh(client, ['archives.list']),
  })
}
