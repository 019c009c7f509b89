import type { UserColumn } from '../../../../shared/directory/model.ts'
import { ExportButton } from '../../components/ListTools/ExportButton.tsx'
import { ListCount } from '../../components/ListTools/ListCount.tsx'
import { SelectionBar } from '../../components/ListTools/SelectionBar.tsx'
import type { UsersQuery } from '../../data/users.ts'
import { nothingSelected, selectedCount } from '../../stores/selection.ts'
import { useNarrowed, useUserSelection, useUsersViewActions } from '../../stores/usersView.ts'
import { useExport } from './useExport.ts'

export type UsersBarProps = {
  query: UsersQuery
  columns: readonly UserColumn[]
  /** Undefined while it is counted. */
  total: number | undefined
  changing: boolean
  /** How many are selected that the list does not show. */
  notShown: number
}

/** Over the rows: how many there are; or, when some are selected, how many of them, and what can be done with them. */
export function UsersBar({ query, columns, total, changing, notShown }: UsersBarProps) {
  const { selection, setSelection } = useUserSelection()
  const { clearFilters } = useUsersViewActions()
  const narrowed = useNarrowed()
  const { start, pending } = useExport(query, columns)
  const count = selectedCount(selection, total ?? 0)
  if (count === 0)
    return <ListCount total={total} noun="user" changing={changing} onClear={narrowed ? clearFilters : null} />
  return (
    <SelectionBar
      label="Selected users"
      count={count}
      notShown={notShown}
      onClear={() => setSelection(nothingSelected)}
    >
      <ExportButton selected size="compact-xs" loading={pending} onClick={() => start(selection)} />
    </SelectionBar>
  )
}
