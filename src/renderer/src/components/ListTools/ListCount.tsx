import { useEffect, useState } from 'react'
import { formatQuantity } from '../../format/numbers.ts'
import { useAnnounce } from '../../stores/announcements.ts'
import { ClearFilters } from './ClearFilters.tsx'
import classes from './ListTools.module.css'

export type ListCountProps = {
  /** Undefined while it is counted. */
  total: number | undefined
  /** One of what is listed: "user". */
  noun: string
  changing: boolean
  /** Empties search and filters; null when nothing is left out. */
  onClear: (() => void) | null
}

/** How many the search and the filters leave; said aloud when typing pauses. */
export function ListCount({ total, noun, changing, onClear }: ListCountProps) {
  const announce = useAnnounce()
  // While a broad search is counted, for some milliseconds, the last number stays.
  const [shown, setShown] = useState(total)
  if (total !== undefined && total !== shown) setShown(total)
  useEffect(() => {
    if (total === undefined || changing) return undefined
    const timer = setTimeout(() => announce(formatQuantity(total, noun)), 700)
    return () => clearTimeout(timer)
  }, [announce, changing, noun, total])
  return (
    <div className={classes.count}>
      {shown !== undefined && formatQuantity(shown, noun)}
      {onClear !== null && shown !== 0 && <ClearFilters label="Clear search and filters" onClear={onClear} />}
    </div>
  )
}
