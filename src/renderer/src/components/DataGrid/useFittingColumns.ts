import { useViewportSize } from '@mantine/hooks'
import { useMemo } from 'react'
import type { GridColumn, RowEnds } from './columns.ts'
import { fittingColumns } from './fittingColumns.ts'

/** What the rail, the padding of the page and the scroll bar take of the window's width. */
const aroundPixels = 208 + 2 * 24 + 15

/** Those of a page's columns that there is room for in the window as it is. ends: what else stands in a row. */
export function useFittingColumns<Row, Sort extends string = never>(
  columns: readonly GridColumn<Row, Sort>[],
  { withBoxes, withOptions }: RowEnds,
): readonly GridColumn<Row, Sort>[] {
  const { width } = useViewportSize()
  // Nothing is measured before the first drawing.
  const room = (width === 0 ? window.innerWidth : width) - aroundPixels
  return useMemo(
    () => fittingColumns(columns, { withBoxes, withOptions }, room),
    [columns, withBoxes, withOptions, room],
  )
}
