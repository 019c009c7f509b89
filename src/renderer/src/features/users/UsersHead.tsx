import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useUsersView, useUsersViewActions } from '../../stores/usersView.ts'
import { columns } from './columns.ts'
import classes from './UsersGrid.module.css'

/** The column heads; each is a button that sorts, a second press turns the order round. */
export function UsersHead() {
  const { sort, descending } = useUsersView()
  const { sortBy } = useUsersViewActions()
  const SortArrow = descending ? IconArrowDown : IconArrowUp
  return (
    <div role="rowgroup" className={classes.head}>
      <div role="row" aria-rowindex={1} className={classes.columns}>
        {columns.map((column) => {
          const sorted = column.sort === sort
          return (
            <div
              key={column.sort}
              role="columnheader"
              aria-sort={sorted ? (descending ? 'descending' : 'ascending') : 'none'}
              className={classes.headCell}
              data-numeric={column.numeric}
            >
              <button type="button" className={classes.sort} onClick={() => sortBy(column.sort)}>
                {column.label}
                {sorted && <SortArrow size={13} aria-hidden />}
              </button>
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
