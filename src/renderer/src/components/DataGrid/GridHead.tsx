import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useEffect, useRef, type RefObject } from 'react'
import type { GridColumn } from './columns.ts'
import { everythingSelected, nothingSelected, selectedCount } from '../../stores/selection.ts'
import type { RowSelection } from './useRowSelection.ts'
import classes from './DataGrid.module.css'

export type GridSort<Sort extends string> = { by: Sort; descending: boolean; onSort: (by: Sort) => void }

type GridHeadProps<Row, Id extends string, Sort extends string> = Pick<
  RowSelection<Id>,
  'selection' | 'setSelection'
> & {
  columns: readonly GridColumn<Row, Sort>[]
  sort: GridSort<Sort>
  total: number
  /** What the box in the head does; without it there is none. */
  selectAll: string | undefined
  withOptions: boolean
  ref: RefObject<HTMLDivElement | null>
}

/** The column heads; most are a button that sorts, a second press turns the order round. A box selects everything. */
export function GridHead<Row, Id extends string, Sort extends string>(props: GridHeadProps<Row, Id, Sort>) {
  const { columns, sort, total, selection, setSelection, selectAll, withOptions, ref } = props
  return (
    <div ref={ref} role="rowgroup" className={classes.head}>
      <div role="row" aria-rowindex={1} className={classes.columns}>
        {selectAll !== undefined && (
          <div role="columnheader" className={classes.select}>
            <SelectAll label={selectAll} total={total} selection={selection} setSelection={setSelection} />
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
  )
}

type ColumnHeadProps<Row, Sort extends string> = { column: GridColumn<Row, Sort>; sort: GridSort<Sort> }

function ColumnHead<Row, Sort extends string>({ column, sort }: ColumnHeadProps<Row, Sort>) {
  const { sort: by, numeric, label } = column
  const sorted = by !== undefined && by === sort.by
  const SortArrow = sort.descending ? IconArrowDown : IconArrowUp
  return (
    <div
      role="columnheader"
      aria-sort={sorted ? (sort.descending ? 'descending' : 'ascending') : by === undefined ? undefined : 'none'}
      className={classes.headCell}
      data-numeric={numeric}
    >
      {by === undefined ? (
        <span className={classes.headName}>{label}</span>
      ) : (
        <button type="button" className={classes.sort} onClick={() => sort.onSort(by)}>
          {label}
          {sorted && <SortArrow size={13} aria-hidden />}
        </button>
      )}
    </div>
  )
}

type SelectAllProps<Id extends string> = Pick<RowSelection<Id>, 'selection' | 'setSelection'> & {
  label: string
  total: number
}

function SelectAll<Id extends string>({ label, total, selection, setSelection }: SelectAllProps<Id>) {
  const box = useRef<HTMLInputElement>(null)
  const count = selectedCount(selection, total)
  const all = count > 0 && count === total
  useEffect(() => {
    if (box.current !== null) box.current.indeterminate = count > 0 && !all
  }, [all, count])
  return (
    <input
      ref={box}
      type="checkbox"
      aria-label={label}
      {...(total === 0 && { disabled: true, title: 'The list is empty' })}
      checked={all}
      onChange={() => setSelection(all ? nothingSelected : everythingSelected)}
    />
  )
}
