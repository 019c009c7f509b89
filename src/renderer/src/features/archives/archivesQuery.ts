import { useDebouncedValue } from '@mantine/hooks'
import { useMemo } from 'react'
import type { ArchivesQuery } from '../../data/archives.ts'
import { useArchivesView } from '../../stores/archivesView.ts'

/** What the search and the filters ask for; a word is looked for when the typing rests. */
export function useArchivesQuery(): ArchivesQuery {
  const { search, state, tag, order } = useArchivesView()
  const [settled] = useDebouncedValue(search.trim(), 100)
  return useMemo(
    () => ({
      ...order,
      ...(settled === '' ? {} : { search: settled }),
      ...(state === null ? {} : { state }),
      ...(tag === null ? {} : { tag }),
    }),
    [order, settled, state, tag],
  )
}
