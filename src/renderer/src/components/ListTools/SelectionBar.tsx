import { Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { formatCount } from '../../format/numbers.ts'
import { thenFocusSearch } from './focusSearch.ts'
import classes from './ListTools.module.css'

export type SelectionBarProps = {
  label: string
  count: number
  /** How many of them the list does not show. */
  notShown: number
  onClear: () => void
  children: ReactNode
}

/** In place of the count when rows are selected: how many, and what can be done with them. */
export function SelectionBar({ label, count, notShown, onClear, children }: SelectionBarProps) {
  return (
    <div className={classes.selection} role="region" aria-label={label}>
      <strong role="status">
        {formatCount(count)} selected{notShown > 0 && `, ${formatCount(notShown)} not shown`}
      </strong>
      {children}
      <Button
        size="compact-xs"
        variant="subtle"
        leftSection={<IconX size={14} aria-hidden />}
        onClick={thenFocusSearch(onClear)}
      >
        Clear selection
      </Button>
    </div>
  )
}
