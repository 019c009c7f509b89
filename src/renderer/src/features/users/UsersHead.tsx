import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useEffect, useRef, type RefObject } from 'react'
import { userColumnNames } from '../../../../shared/directory/columns.ts'
import type { UserColumn } from '../../../../shared/directory/model.ts'
import { nobody, selectedCount, useSelection, useSelectionActions, useUsersView } from '../../stores/usersView.ts'
import { columnViews } from './columns.tsx'
import { SortButton } from './SortButton.tsx'
import classes from './UsersGrid.module.css'

export type UsersHeadProps = { columns: readonly UserColumn[]; total: number; ref: RefObject<HTMLDivElement | null> }

/** The column heads; most are a button that sorts, a second press turns the order round. The box selects everyone. */
export function UsersHead({ columns, total, ref }: UsersHeadProps) {
  const { sort, descending } = useUsersView()
  const SortArrow = descending ? IconArrowDown : IconArrowUp
  return (
    <div ref={ref} role="rowgroup" className={classes.head}>
      <div role="row" aria-rowindex={1} className={classes.columns}>
        <div role="columnheader" className={classes.select}>
          <SelectAll total={total} />
        </div>
        {columns.map((column) => {
          const { sort: by, numeric } = columnViews[column]
          const sorted = by !== undefined && by === sort
          const label = userColumnNames[column]
          return (
            <div
              key={column}
              role="columnheader"
              aria-sort={sorted ? (descending ? 'descending' : 'ascending') : by === undefined ? undefined : 'none'}
              className={classes.headCell}
              data-numeric={numeric}
            >
              {by === undefined ? (
                <span className={classes.headName}>{label}</span>
              ) : (
                <SortButton by={by}>
                  {label}
                  {sorted && <SortArrow size={13} aria-hidden />}
                </SortButton>
              )}
            </div>
          )
        })}
        <div role="columnheader" className={classes.headCell}>
          <span className="visuallyHidden">More options</span>
        </div>
      </div>
    </div>
  )
}

function SelectAll({ total }: { total: number }) {
  const box = useRef<HTMLInputElement>(null)
  const selection = useSelection()
  const { setSelection } = useSelectionActions()
  const count = selectedCount(selection, total)
  const all = count > 0 && count === total
  useEffect(() => {
    if (box.current !== null) box.current.indeterminate = count > 0 && !all
  }, [all, count])
  return (
    <input
      ref={box}
      type="checkbox"
      aria-label="Select everyone in the list"
      disabled={total === 0}
      checked={all}
      onChange={() => setSelection(all ? nobody : { all: true, users: new Set() })}
    />
  )
}
