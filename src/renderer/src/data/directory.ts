import type { RouteName } from '../../../shared/ipc/contract.ts'

/** What names people, extensions, numbers and sites: a run, an import and a change of a site make it stale. */
export const directoryAnswers: readonly RouteName[] = [
  'users.list',
  'users.likeliest',
  'users.count',
  'users.facets',
  'users.show',
  'extensions.list',
  'extensions.show',
  'numbers.list',
  'company.sites',
]
