import { tracksOf, type GridColumn, type RowEnds } from './columns.ts'

/**
 * The columns that show in so many pixels, one by one: another column more never brings one back. What is too wide even
 * without those that give way scrolls.
 */
export function fittingColumns<Column extends Pick<GridColumn<never, string>, 'width' | 'share' | 'givesWay'>>(
  columns: readonly Column[],
  ends: RowEnds,
  room: number,
): readonly Column[] {
  const givingWay = columns
    .filter(({ givesWay }) => givesWay !== undefined)
    .toSorted((a, b) => (a.givesWay ?? 0) - (b.givesWay ?? 0))
  let shown = columns
  for (const column of givingWay) {
    if (tracksOf(shown, ends).least <= room) return shown
    shown = shown.filter((one) => one !== column)
  }
  return shown
}
