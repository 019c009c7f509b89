import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, queryOptions, useMutation, useQuery } from '@tanstack/react-query'
import type {
  ExtensionFilter,
  ExtensionRow,
  ExtensionSort,
  NumberFilter,
  NumberRow,
  NumberSort,
} from '../../../shared/extensions/model.ts'
import type { ExtensionId } from '../../../shared/ids.ts'
import type { InputOf } from '../../../shared/ipc/contract.ts'
import { call } from '../ipc/client.ts'
import { pageNumbered, useIsEmpty, useList } from './pages.ts'
import { routeQuery } from './routeQuery.ts'

/** Keystrokes settle for this long before main is asked. */
const settleMilliseconds = 120
/** More than fit without scrolling far; a longer list is narrowed by typing. */
const choicesShown = 50

export type ExtensionsQuery = { filter: ExtensionFilter; sort: ExtensionSort; descending: boolean }
export type NumbersQuery = { filter: NumberFilter; sort: NumberSort; descending: boolean }

function extensionPages(query: ExtensionsQuery) {
  return {
    page: (number: number) => routeQuery('extensions.list', { ...query, ...pageNumbered(number) }),
    rowsIn: ({ extensions }: { extensions: readonly ExtensionRow[] }) => extensions,
  }
}

/** Every extension as one long list. */
export function useExtensions(query: ExtensionsQuery, row: number) {
  return useList(extensionPages(query), row)
}

/** Whether the list shows no extension. */
export function useNoExtensions(query: ExtensionsQuery): boolean {
  return useIsEmpty(extensionPages(query))
}

function numberPages(query: NumbersQuery) {
  return {
    page: (number: number) => {
      const asked = { ...query, ...pageNumbered(number) }
      return queryOptions({ queryKey: ['numbers.list', 'rows', asked] as const, queryFn: () => readNumbers(asked) })
    },
    rowsIn: ({ rows }: { rows: readonly NumberListRow[] }) => rows,
  }
}

/** Every phone number, in the same way; a row is known by its number. */
export function useNumbers(query: NumbersQuery, row: number) {
  return useList(numberPages(query), row)
}

/** Whether the list shows no phone number. */
export function useNoNumbers(query: NumbersQuery): boolean {
  return useIsEmpty(numberPages(query))
}

export type NumberListRow = NumberRow & { id: string }

async function readNumbers(asked: InputOf<'numbers.list'>): Promise<{ total: number; rows: NumberListRow[] }> {
  const { total, numbers } = await call('numbers.list', asked)
  return { total, rows: numbers.map((row) => ({ ...row, id: row.phoneNumber })) }
}

/** Saves what of the extensions is shown as CSV, where a dialog says. */
export function useExportExtensions() {
  return useMutation({ mutationFn: (query: ExtensionsQuery) => call('extensions.export', query) })
}

/** Saves what of the phone numbers is shown, in the same way. */
export function useExportNumbers() {
  return useMutation({ mutationFn: (query: NumbersQuery) => call('numbers.export', query) })
}

/** Everything that hangs on one extension, and who had it before. */
export function useExtension(extensionId: ExtensionId) {
  return useQuery(routeQuery('extensions.show', { extensionId }))
}

/**
 * Extensions that match what is typed; the previous answer stays until the next one is there. settled: it is the answer
 * to what is typed now.
 */
export function useExtensionChoices(search: string, only: Pick<ExtensionFilter, 'state'> = {}) {
  const [asked] = useDebouncedValue(search.trim(), settleMilliseconds)
  const { data, error, isPending, isPlaceholderData } = useQuery({
    ...routeQuery('extensions.list', { filter: { search: asked, ...only }, limit: choicesShown }),
    placeholderData: keepPreviousData,
  })
  const settled = !isPending && !isPlaceholderData && asked === search.trim()
  return { extensions: data?.extensions ?? [], error, searching: isPending, settled }
}

/** The extension with exactly this number; null while it is not known, or when there is none. */
export function useExtensionNumbered(extensionNumber: string | null): ExtensionRow | null {
  const query = routeQuery('extensions.list', { filter: { search: extensionNumber ?? '' }, limit: choicesShown })
  const { data } = useQuery({ ...query, enabled: extensionNumber !== null })
  return data?.extensions.find((one) => one.extensionNumber === extensionNumber) ?? null
}

/** Phone numbers on no extension that match what is typed. */
export function useFreeNumbers(search: string) {
  const [settled] = useDebouncedValue(search.trim(), settleMilliseconds)
  return useQuery({
    ...routeQuery('numbers.list', { filter: { search: settled, free: true }, limit: choicesShown }),
    placeholderData: keepPreviousData,
  })
}
