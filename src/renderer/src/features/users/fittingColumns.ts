import type { UserColumn } from '../../../../shared/directory/model.ts'
import { tracksOf } from '../../components/DataGrid/columns.ts'
import { gridColumns } from './columns.tsx'

/** Which columns give way first where there is no room for all. */
const givingWay: readonly UserColumn[] = ['department', 'site']
const ends = { withBoxes: true, withOptions: true }

/**
 * The columns that show in so many pixels, one by one: another column more never brings one back. What is too wide even
 * without those that give way scrolls.
 */
export function fittingColumns(columns: readonly UserColumn[], room: number): readonly UserColumn[] {
  let shown = columns
  for (const column of givingWay) {
    if (tracksOf(gridColumns(shown), ends).least <= room) return shown
    shown = shown.filter((one) => one !== column)
  }
  return shown
}
