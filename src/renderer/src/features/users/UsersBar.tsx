import { Button } from '@mantine/core'
import { IconFileExport, IconX } from '@tabler/icons-react'
import type { UserColumn } from '../../../../shared/directory/model.ts'
import type { UsersQuery } from '../../data/users.ts'
import { formatCount } from '../../format/numbers.ts'
import { nobody, selectedCount, useSelection, useSelectionActions } from '../../stores/usersView.ts'
import { useExport } from './useExport.ts'
import { UsersCount } from './UsersCount.tsx'
import classes from './UsersPage.module.css'

export type UsersBarProps = {
  query: UsersQuery
  columns: readonly UserColumn[]
  /** Undefined while it is counted. */
  total: number | undefined
  changing: boolean
}

/** Over the rows: how many there are; or, when some are selected, how many of them, and what can be done with them. */
export function UsersBar({ query, columns, total, changing }: UsersBarProps) {
  const selection = useSelection()
  const { setSelection } = useSelectionActions()
  const { start, pending } = useExport(query, columns)
  const count = selectedCount(selection, total ?? 0)
  if (count === 0) return <UsersCount total={total} changing={changing} />
  return (
    <div className={classes.selection} role="region" aria-label="Selected users">
      <strong role="status">{formatCount(count)} selected</strong>
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<IconFileExport size={14} aria-hidden />}
        loading={pending}
        onClick={() => start(selection)}
      >
        Export selected…
      </Button>
      <Button
        size="compact-xs"
        variant="subtle"
        leftSection={<IconX size={14} aria-hidden />}
        onClick={() => setSelection(nobody)}
      >
        Clear selection
      </Button>
    </div>
  )
}
