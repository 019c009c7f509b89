import { fold } from '../../shared/directory/fold.ts'
import type { SearchSource } from './search/source.ts'

type Facts = {
  key: string
  extension: string
  extensionKey: number
  firstName: string | null
  lastName: string | null
  userName: string | null
  status: string | null
  site: string
  numbers: string | null
  former: string | null
  voicemails: number
}

const stale = `
  SELECT stale.key, extension.id IS NULL AS gone, extension.extension_number AS extension,
    CAST(extension.extension_number AS INTEGER) AS extensionKey,
    user.first_name AS firstName, user.last_name AS lastName, user.user_name AS userName, user.status,
    site.name AS site,
    (SELECT group_concat(phone_number, char(10)) FROM phone_number WHERE extension_id = extension.id) AS numbers,
    (SELECT group_concat(trim(first_name || ' ' || last_name) || char(10) || user_name, char(10))
      FROM extension_former_user former JOIN user ON user.id = former.user_id
      WHERE former.extension_id = extension.id) AS former,
    (SELECT count(*) FROM voicemail_message WHERE extension_id = extension.id) AS voicemails
  FROM stale
  LEFT JOIN extension ON extension.id = stale.key
  LEFT JOIN site ON site.id = extension.site_id
  LEFT JOIN user ON user.id = extension.user_id`

/** The extensions, as the Extensions & numbers page searches, filters and sorts them. */
export const extensionSearch: SearchSource<Facts> = {
  name: 'extension_search',
  texts: ['text'],
  trigrams: false,
  keyColumn: 'extension_id',
  staleSql: stale,
  columns: ['extension', 'holder_key', 'state', 'site', 'voicemails', 'numbers'],
  rowOf: ({ extensionKey, firstName, lastName, status, site, numbers, voicemails }) => [
    extensionKey,
    status === null ? null : fold(`${lastName ?? ''} ${firstName ?? ''}`.trim()),
    stateOf(status),
    site,
    voicemails,
    numbers?.split('\n').length ?? 0,
  ],
  textsOf: ({ extension, firstName, lastName, userName, numbers, former }) => [
    fold([extension, `${firstName ?? ''} ${lastName ?? ''}`, userName ?? '', numbers ?? '', former ?? ''].join('\n')),
  ],
}

function stateOf(status: string | null): 'assigned' | 'deactivated' | 'free' {
  if (status === null) return 'free'
  return status === 'ACTIVE' ? 'assigned' : 'deactivated'
}
