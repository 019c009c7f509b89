import { fold } from '../../shared/directory/fold.ts'
import type { SearchSource } from './search/source.ts'

type Facts = {
  key: string
  status: string
  extension: string | null
  extensionKey: number | null
  free: 0 | 1
  name: string | null
  userName: string | null
  site: string | null
  until: string | null
}

const stale = `
  SELECT stale.key, number.phone_number IS NULL AS gone, number.status,
    extension.extension_number AS extension,
    CAST(extension.extension_number AS INTEGER) AS extensionKey, extension.user_id IS NULL AS free,
    trim(user.first_name || ' ' || user.last_name) AS name, user.user_name AS userName, site.name AS site,
    CASE number.status WHEN 'PARKED' THEN number.parked_until WHEN 'RELEASED' THEN number.reclaimable_until END AS until
  FROM stale
  LEFT JOIN phone_number number ON number.phone_number = stale.key
  LEFT JOIN extension ON extension.id = number.extension_id
  LEFT JOIN site ON site.id = extension.site_id
  LEFT JOIN user ON user.id = extension.user_id`

/** The phone numbers, as the Extensions & numbers page searches, filters and sorts them. */
export const numberSearch: SearchSource<Facts> = {
  name: 'number_search',
  texts: ['text'],
  trigrams: false,
  keyColumn: 'phone_number',
  staleSql: stale,
  columns: ['state', 'extension', 'site', 'until'],
  rowOf: ({ status, extensionKey, free, site, until }) => [
    status === 'ASSIGNED' && free === 1 ? 'kept' : status.toLowerCase(),
    extensionKey,
    site,
    until,
  ],
  textsOf: ({ key, extension, name, userName }) => [
    fold([key, extension ?? '', name ?? '', userName ?? ''].join('\n')),
  ],
}
