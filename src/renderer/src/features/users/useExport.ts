import { notifications } from '@mantine/notifications'
import type { UserColumn } from '../../../../shared/directory/model.ts'
import type { UserId } from '../../../../shared/ids.ts'
import type { Selection } from '../../stores/selection.ts'
import { showProblem } from '../../components/ErrorAlert/showProblem.ts'
import { useExportUsers, type UsersQuery } from '../../data/users.ts'
import { formatQuantity } from '../../format/numbers.ts'

/** Saves the list, or those of it who are selected, as CSV with the columns that show. */
export function useExport(query: UsersQuery, columns: readonly UserColumn[]) {
  const { mutate, isPending } = useExportUsers()
  const start = (selection?: Selection<UserId>): void => {
    const only =
      selection === undefined
        ? {}
        : { only: { kind: selection.all ? ('allBut' as const) : ('these' as const), users: [...selection.ids] } }
    mutate(
      { ...query, columns: [...columns], ...only },
      {
        onSuccess: (saved) => {
          if (saved !== null)
            notifications.show({ message: `${formatQuantity(saved.users, 'user')} saved to ${saved.fileName}.` })
        },
        onError: (error) => showProblem('The users were not exported', error),
      },
    )
  }
  return { start, pending: isPending }
}
