import { useViewportSize } from '@mantine/hooks'
import { useMemo } from 'react'
import type { UserColumn } from '../../../../shared/directory/model.ts'
import { fittingColumns } from './fittingColumns.ts'

/** What the rail, the padding of the page and the scroll bar take of the window's width. */
const aroundPixels = 208 + 2 * 24 + 15

/** Those of the columns that there is room for in the window as it is. */
export function useFittingColumns(columns: readonly UserColumn[]): readonly UserColumn[] {
  const { width } = useViewportSize()
  // Nothing is measured before the first drawing.
  const room = (width === 0 ? window.innerWidth : width) - aroundPixels
  return useMemo(() => fittingColumns(columns, room), [columns, room])
}
