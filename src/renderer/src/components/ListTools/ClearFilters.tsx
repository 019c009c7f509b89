import { thenFocusSearch } from './focusSearch.ts'
import classes from './ListTools.module.css'

/** Beside the count of a list: empties what narrows it. label: what that is, when there is more than filters. */
export function ClearFilters({ label = 'Clear filters', onClear }: { label?: string; onClear: () => void }) {
  return (
    <button type="button" className={classes.clear} onClick={thenFocusSearch(onClear)}>
      {label}
    </button>
  )
}
