import { notifications } from '@mantine/notifications'
import type { InputOf } from '../../../../shared/ipc/contract.ts'
import { showProblem } from '../../components/ErrorAlert/showProblem.ts'
import { wasCancelled } from '../../components/ErrorAlert/wasCancelled.ts'
import { useExportAnalytics } from '../../data/analytics.ts'
import { formatCount } from '../../format/numbers.ts'

/** Saves what the list shows as CSV; says what was saved, or why not. */
export function useExport(what: string) {
  const { mutate, isPending } = useExportAnalytics()
  const start = (wanted: InputOf<'analytics.export'>): void =>
    mutate(wanted, {
      onSuccess: (saved) => {
        if (saved !== null)
          notifications.show({ message: `${formatCount(saved.rows)} ${what} saved to ${saved.fileName}.` })
      },
      onError: (error) =>
        wasCancelled(error)
          ? notifications.show({ message: error.message })
          : showProblem(`The ${what} were not exported`, error),
    })
  return { start, pending: isPending }
}
