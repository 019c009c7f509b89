import { ExportButton } from '../../components/ListTools/ExportButton.tsx'
import { tellSaved } from '../../components/ErrorAlert/tellSaved.ts'
import { useExportExtensions, useExportNumbers, useNoExtensions, useNoNumbers } from '../../data/extensions.ts'
import { formatQuantity } from '../../format/numbers.ts'
import { useExtensionsQuery, useNumbersQuery } from './useQueries.ts'

type Saved = { rows: number; fileName: string }

/** Saves the list of extensions that is shown as CSV. */
export function ExportExtensions() {
  const query = useExtensionsQuery()
  const empty = useNoExtensions(query)
  const { mutateAsync, isPending } = useExportExtensions()
  const start = (): void => tellSaved(mutateAsync(query), told('extension'))
  return <ExportButton empty={empty} loading={isPending} onClick={start} />
}

/** Saves the list of phone numbers that is shown as CSV. */
export function ExportNumbers() {
  const query = useNumbersQuery()
  const empty = useNoNumbers(query)
  const { mutateAsync, isPending } = useExportNumbers()
  const start = (): void => tellSaved(mutateAsync(query), told('phone number'))
  return <ExportButton empty={empty} loading={isPending} onClick={start} />
}

function told(noun: string) {
  return {
    saved: ({ rows, fileName }: Saved) => `${formatQuantity(rows, noun)} saved to ${fileName}.`,
    failed: `The ${noun}s were not exported`,
  }
}
