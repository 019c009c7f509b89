import { tellSaved } from '../../components/ErrorAlert/tellSaved.ts'
import { useExportAnalytics, type WantedExport } from '../../data/analytics.ts'
import { formatQuantity } from '../../format/numbers.ts'

/** Saves what the list shows as CSV; says what was saved, or why not. what: the noun of one row. */
export function useExport(what: string) {
  const { mutateAsync } = useExportAnalytics()
  return (wanted: WantedExport): void =>
    tellSaved(mutateAsync(wanted), {
      saved: ({ rows, fileName }) => `${formatQuantity(rows, what)} saved to ${fileName}.`,
      failed: `The ${what}s were not exported`,
    })
}
