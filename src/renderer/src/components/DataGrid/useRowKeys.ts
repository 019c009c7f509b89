import { useCallback, type KeyboardEvent } from 'react'
import { useGridKeys, type Grid } from '../VirtualRows/useGridKeys.ts'
import { useRowSelection, type RowSelection } from './useRowSelection.ts'

type Rows<Id extends string> = Omit<Grid, 'extendTo'> & RowSelection<Id> & { idAt: (row: number) => Id | undefined }

/** The keys of the grid: those that select, then those that move. */
export function useRowKeys<Id extends string>({ selection, setSelection, between, idAt, ...grid }: Rows<Id>) {
  const rows = { selection, setSelection, between, idAt, current: grid.current }
  const { onKey: onSelectKey, extendTo, toggle } = useRowSelection(rows)
  const { onKeyDown, goTo } = useGridKeys({ ...grid, extendTo })
  const onKey = useCallback(
    (event: KeyboardEvent, row: number): void => {
      if (!onSelectKey(event, row)) onKeyDown(event, row)
    },
    [onKeyDown, onSelectKey],
  )
  return { onKey, extendTo, toggle, goTo }
}
