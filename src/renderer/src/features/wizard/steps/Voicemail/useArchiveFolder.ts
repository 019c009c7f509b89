import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { routeQuery } from '../../../../data/routeQuery.ts'
import { call } from '../../../../ipc/client.ts'

const archiveFolder = routeQuery('folders.archive', {})

/** The folder in which archives are made; main grants it, the window only names the grant. */
export function useArchiveFolder() {
  return useQuery({ ...archiveFolder, staleTime: 0 })
}

/** Asks for another folder with the dialog of the system; nothing changes when it is cancelled. */
export function useChooseArchiveFolder() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => call('folders.chooseArchive', {}),
    onSuccess: (folder) => {
      if (folder !== null) client.setQueryData(archiveFolder.queryKey, folder)
    },
  })
}
