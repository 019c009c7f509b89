import type { UserColumn } from '../../../../shared/directory/model.ts'
import type { UserId } from '../../../../shared/ids.ts'
import type { Selection } from '../../stores/selection.ts'
import { tellSaved } from '../../components/ErrorAlert/tellSaved.ts'
import { useExportUsers, type UsersQuery } from '../../data/users.ts'
import { formatQuantity } from '../../format/numbers.ts'

/** Saves the list, or those of it who are selected, as CSV with the columns that show. */
export function useExport(query: UsersQuery, columns: readonly UserColumn[]) {
  const { mutateAsync, isPending } = useExportUsers()
  const start = (selection?: Selection<UserId>): void => {
    const only =
      selection === undefined
        ? {}
        : { only: { kind: selection.all ? ('allBut' as const) : ('these' as const), users: [...selection.ids] } }
    tellSaved(mutateAsync({ ...query, columns: [...columns], ...only }), {
      saved: ({ users, fileName }) => `${formatQuantity(users, 'user')} saved to ${fileName}.`,
      failed: 'The users were not exported',
    })
  }
  return { start, pending: isPending }
}
