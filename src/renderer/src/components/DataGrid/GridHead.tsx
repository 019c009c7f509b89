import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useEffect, useRef, type RefObject } from 'react'
import { everythingSelected, nothingSelected, selectedCount } from '../../stores/selection.ts'
import type { GridColumn } from './columns.ts'
import classes from './DataGrid.module.css'
import type { RowBoxes } from './useRowSelection.ts'

export type GridSort<Sort extends string> = { by: Sort; descending: boolean; onSort: (by: Sort) => void }

type GridHeadProps<Row extends { id: string }, Sort extends string> = {
  columns: readonly GridColumn<Row, Sort>[]
  sort: GridSort<Sort> | undefined
  total: number
  boxes: RowBoxes<Row> | undefined
  withOptions: boolean
  /** What scrolls sideways with the rows. */
  ref: RefObject<HTMLDivElement | null>
}

/** The column heads; many are a button that sorts, a second press turns the order round. A box selects everything. */
export function GridHead<Row extends { id: string }, Sort extends string>(props: GridHeadProps<Row, Sort>) {
  const { columns, sort, total, boxes, withOptions, ref } = props
  return (
    <div role="rowgroup" className={classes.head}>
      <div ref={ref} role="presentation" className={classes.sideways}>
        <div role="row" aria-rowindex={1} className={classes.columns}>
          {boxes !== undefined && (
            <div role="columnheader" className={classes.select}>
              <SelectAll boxes={boxes} total={total} />
            </div>
          )}
          {columns.map((column) => (
            <ColumnHead key={column.key} column={column} sort={sort} />
          ))}
          {withOptions && (
            <div role="columnheader" className={classes.headCell}>
              <span className="visuallyHidden">More options</span>
            </div>
          )}
        </div>
      </div>
    </div>
  )
}

type ColumnHeadProps<Row, Sort extends string> = {
  column: GridColumn<Row, Sort>
  sort: GridSort<Sort> | undefined
}

function ColumnHead<Row, Sort extends string>({ column, sort }: ColumnHeadProps<Row, Sort>) {
  const { label, numeric, sort: by } = column
  if (sort === undefined || by === undefined)
    return (
      <div role="columnheader" className={classes.headCell} data-numeric={numeric}>
        {label}
      </div>
    )
  const sorted = by === sort.by
  const SortArrow = sort.descending ? IconArrowDown : IconArrowUp
  return (
    <div
      role="columnheader"
      aria-sort={sorted ? (sort.descending ? 'descending' : 'ascending') : 'none'}
      className={classes.headCell}
      data-numeric={numeric}
    >
      <button type="button" className={classes.sort} onClick={() => sort.onSort(by)}>
        {label}
        {sorted && <SortArrow size={13} aria-hidden />}
      </button>
    </div>
  )
}

type SelectAllProps<Row extends { id: string }> = { boxes: RowBoxes<Row>; total: number }

function SelectAll<Row extends { id: string }>({ boxes, total }: SelectAllProps<Row>) {
  const { selectAll, selection, setSelection, notShown } = boxes
  const box = useRef<HTMLInputElement>(null)
  const count = selectedCount(selection, total) - notShown
  const all = count > 0 && count === total
  useEffect(() => {
    if (box.current !== null) box.current.indeterminate = count > 0 && !all
  }, [all, count])
  return (
    <input
      ref={box}
      type="checkbox"
      aria-label={selectAll}
      {...(total === 0 && { disabled: true, title: 'The list is empty' })}
      checked={all}
      onChange={() => setSelection(all ? nothingSelected : everythingSelected)}
    />
  )
}
