import { useCallback, type KeyboardEvent } from 'react'
import type { UserRow } from '../../../../shared/directory/model.ts'
import { useGridKeys, type Grid } from '../../components/LongList/useGridKeys.ts'
import type { UsersQuery } from '../../data/users.ts'
import { useRowSelection } from './useRowSelection.ts'

type Rows = Omit<Grid, 'extendTo'> & { query: UsersQuery; rowAt: (row: number) => UserRow | undefined }

/** The keys of the grid: those that select, then those that move. */
export function useRowKeys({ query, rowAt, ...grid }: Rows) {
  const { onKey: onSelectKey, extendTo } = useRowSelection({
    query,
    idAt: (row) => rowAt(row)?.id,
    current: grid.current,
  })
  const { onKeyDown, goTo } = useGridKeys({ ...grid, extendTo })
  const onKey = useCallback(
    (event: KeyboardEvent, row: number): void => {
      if (!onSelectKey(event, row)) onKeyDown(event, row)
    },
    [onKeyDown, onSelectKey],
  )
  return { onKey, extendTo, goTo }
}
