import { useEffect, useState } from 'react'
import { formatQuantity } from '../../format/numbers.ts'
import { useAnnounce } from '../../stores/announcements.ts'
import { useNarrowed, useUsersViewActions } from '../../stores/usersView.ts'
import classes from './UsersPage.module.css'

/** How many people the search and the filters leave; said aloud when typing pauses. */
export function UsersCount({ total, changing }: { total: number | undefined; changing: boolean }) {
  const announce = useAnnounce()
  const narrowed = useNarrowed()
  const { clearFilters } = useUsersViewActions()
  // While a broad search is counted, for some milliseconds, the last number stays.
  const [shown, setShown] = useState(total)
  if (total !== undefined && total !== shown) setShown(total)
  useEffect(() => {
    if (total === undefined || changing) return undefined
    const timer = setTimeout(() => announce(formatQuantity(total, 'user')), 700)
    return () => clearTimeout(timer)
  }, [announce, changing, total])
  return (
    <div className={classes.count}>
      {shown !== undefined && formatQuantity(shown, 'user')}
      {narrowed && shown !== 0 && (
        <button type="button" className={classes.clear} onClick={clearFilters}>
          Clear search and filters
        </button>
      )}
    </div>
  )
}
