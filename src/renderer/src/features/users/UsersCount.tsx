import { useEffect } from 'react'
import { formatQuantity } from '../../format/numbers.ts'
import { useAnnounce } from '../../stores/announcements.ts'
import classes from './UsersPage.module.css'

/** How many people the search and the filters leave; said aloud when typing pauses. */
export function UsersCount({ total, changing }: { total: number | undefined; changing: boolean }) {
  const announce = useAnnounce()
  useEffect(() => {
    if (total === undefined || changing) return
    const timer = setTimeout(() => announce(formatQuantity(total, 'user')), 700)
    return () => clearTimeout(timer)
  }, [announce, changing, total])
  return <div className={classes.count}>{total === undefined ? ' ' : formatQuantity(total, 'user')}</div>
}
