import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { usualUserColumns } from '../../../shared/directory/columns.ts'
import type { UserColumn } from '../../../shared/directory/model.ts'
import type { PlaybackSpeed } from '../../../shared/listen/speeds.ts'
import type { Theme } from '../../../shared/preferences/contract.ts'
import { call } from '../ipc/client.ts'
import { routeQuery } from './routeQuery.ts'

export function usePreferences() {
  return useQuery(routeQuery('preferences.get', {}))
}

/** Main tells the window's system scheme what to be; the theme follows by itself. */
export function useSetTheme() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (theme: Theme) => call('preferences.setTheme', { theme }),
    onMutate: (theme) =>
      client.setQueryData(routeQuery('preferences.get', {}).queryKey, (known) => known && { ...known, theme }),
    onError: () => client.invalidateQueries({ queryKey: routeQuery('preferences.get', {}).queryKey }),
  })
}

/** The columns of the Users page, in its order. */
export function useUsersColumns(): readonly UserColumn[] {
  return usePreferences().data?.usersColumns ?? usualUserColumns
}

export function useSetUsersColumns() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (columns: UserColumn[]) => call('preferences.setUsersColumns', { columns }),
    onMutate: (usersColumns) =>
      client.setQueryData(routeQuery('preferences.get', {}).queryKey, (known) => known && { ...known, usersColumns }),
    onError: () => client.invalidateQueries({ queryKey: routeQuery('preferences.get', {}).queryKey }),
  })
}

/** How fast messages play. */
export function usePlaybackSpeed(): PlaybackSpeed {
  return usePreferences().data?.playbackSpeed ?? 1
}

export function useSetPlaybackSpeed() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (speed: PlaybackSpeed) => call('preferences.setPlaybackSpeed', { speed }),
    onMutate: (playbackSpeed) =>
      client.setQueryData(routeQuery('preferences.get', {}).queryKey, (known) => known && { ...known, playbackSpeed }),
    onError: () => client.invalidateQueries({ queryKey: routeQuery('preferences.get', {}).queryKey }),
  })
}

/** The folder in which archives are made. */
export function useArchiveFolder() {
  // How much room there is changes.
  return useQuery({ ...routeQuery('folders.archive', {}), staleTime: 0 })
}

/** Asks with a dialog for another folder in which all archives are made; a cancelled dialog changes nothing. */
export function useChooseArchiveFolder() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => call('folders.chooseArchive', {}),
    onSuccess: (folder) => {
      if (folder !== null) client.setQueryData(routeQuery('folders.archive', {}).queryKey, folder)
    },
  })
}

/** Asks for the folder of one archive with a dialog; the folder in which archives are made stays. */
export function useChooseFolder() {
  return useMutation({ mutationFn: () => call('folders.choose', {}) })
}
