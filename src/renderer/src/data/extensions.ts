import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import type {
  ExtensionFilter,
  ExtensionRow,
  ExtensionSort,
  NumberFilter,
  NumberRow,
  NumberSort,
} from '../../../shared/extensions/model.ts'
import type { ExtensionId } from '../../../shared/ids.ts'
import { pagesAround, type Visible } from './pages.ts'
import { routeQuery } from './routeQuery.ts'

/** Rows that are asked for at once. */
const pageSize = 100
/** Keystrokes settle for this long before main is asked. */
const settleMilliseconds = 120
/** More than fit without scrolling far; a longer list is narrowed by typing. */
const choicesShown = 50

export type ExtensionsQuery = { filter: ExtensionFilter; sort: ExtensionSort; descending: boolean }
export type NumbersQuery = { filter: NumberFilter; sort: NumberSort; descending: boolean }

const page = (number: number) => ({ offset: number * pageSize, limit: pageSize })

/** Every extension as one long list of which only the pages around the visible rows are read. */
export function useExtensions(query: ExtensionsQuery, visible: Visible) {
  const head = useQuery({
    ...routeQuery('extensions.list', { ...query, ...page(0) }),
    placeholderData: keepPreviousData,
  })
  const total = head.data?.total ?? 0
  const numbers = pagesAround(visible, total, pageSize)
  const others = useQueries({
    queries: numbers.map((one) => routeQuery('extensions.list', { ...query, ...page(one) })),
  })
  const rowAt = (index: number): ExtensionRow | undefined => {
    const at = Math.floor(index / pageSize)
    return (at === 0 ? head.data : others[numbers.indexOf(at)]?.data)?.extensions[index % pageSize]
  }
  return { head, list: listOf(head, total, rowAt) }
}

/** Every phone number, in the same way. */
export function useNumbers(query: NumbersQuery, visible: Visible) {
  const head = useQuery({ ...routeQuery('numbers.list', { ...query, ...page(0) }), placeholderData: keepPreviousData })
  const total = head.data?.total ?? 0
  const numbers = pagesAround(visible, total, pageSize)
  const others = useQueries({ queries: numbers.map((one) => routeQuery('numbers.list', { ...query, ...page(one) })) })
  const rowAt = (index: number): (NumberRow & { id: string }) | undefined => {
    const at = Math.floor(index / pageSize)
    const row = (at === 0 ? head.data : others[numbers.indexOf(at)]?.data)?.numbers[index % pageSize]
    return row === undefined ? undefined : { ...row, id: row.phoneNumber }
  }
  return { head, list: listOf(head, total, rowAt) }
}

type Head = { data: { total: number } | undefined; isPlaceholderData: boolean }

function listOf<Row>(head: Head, total: number, rowAt: (index: number) => Row | undefined) {
  return { loaded: head.data !== undefined, total, counted: head.data?.total, changing: head.isPlaceholderData, rowAt }
}

/** Everything that hangs on one extension, and who had it before. */
export function useExtension(extensionId: ExtensionId) {
  return useQuery(routeQuery('extensions.show', { extensionId }))
}

/** Extensions that match what is typed; the previous answer stays until the next one is there. */
export function useExtensionChoices(search: string, only: Pick<ExtensionFilter, 'state'> = {}) {
  const [settled] = useDebouncedValue(search.trim(), settleMilliseconds)
  return useQuery({
    ...routeQuery('extensions.list', { filter: { search: settled, ...only }, limit: choicesShown }),
    placeholderData: keepPreviousData,
  })
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
