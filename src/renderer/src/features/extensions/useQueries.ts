import { useMemo } from 'react'
import type { ExtensionsQuery, NumbersQuery } from '../../data/extensions.ts'
import { useExtensionsView, useNumbersView } from '../../stores/extensionsView.ts'

/** What the list of extensions shows. */
export function useExtensionsQuery(): ExtensionsQuery {
  const { search, filters, sort, descending } = useExtensionsView()
  return useMemo(
    () => ({ filter: { search: search.trim(), ...filters }, sort, descending }),
    [search, filters, sort, descending],
  )
}

/** What the list of phone numbers shows. */
export function useNumbersQuery(): NumbersQuery {
  const { search, filters, sort, descending } = useNumbersView()
  return useMemo(
    () => ({ filter: { search: search.trim(), ...filters }, sort, descending }),
    [search, filters, sort, descending],
  )
}
