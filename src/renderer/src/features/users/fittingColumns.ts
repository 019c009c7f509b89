import { usualUserColumns } from '../../../../shared/directory/columns.ts'
import type { UserColumn } from '../../../../shared/directory/model.ts'
import { tracksOf } from '../../components/DataGrid/columns.ts'
import { gridColumns } from './columns.tsx'

/** Which of the usual columns give way first where there is no room for all. */
const givingWay: readonly UserColumn[] = ['department', 'site']
const ends = { withBoxes: true, withOptions: true }

/**
 * The columns that show in so many pixels. The usual ones give way before the ⋯ menu of a row covers one of them; whoever
 * chose others has all of them, and scrolls.
 */
export function fittingColumns(columns: readonly UserColumn[], room: number): readonly UserColumn[] {
  const usual = columns.length === usualUserColumns.length && columns.every((one) => usualUserColumns.includes(one))
  if (!usual) return columns
  let shown = columns
  for (const column of givingWay) {
    if (tracksOf(gridColumns(shown), ends).least <= room) return shown
    shown = shown.filter((one) => one !== column)
  }
  return shown
}
