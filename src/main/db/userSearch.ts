import { fold } from '../../shared/directory/fold.ts'
import type { SearchSource } from './search/source.ts'

type Facts = {
  key: string
  firstName: string
  lastName: string
  userName: string
  email: string
  extension: string | null
  extensionKey: number | null
  /** A line each, the primary one first. */
  numbers: string | null
  status: string
  site: string
  department: string
  jobTitle: string
  licences: string | null
  leavesOn: string | null
  voicemails: number
}

const stale = `
  SELECT stale.key, user.id IS NULL AS gone, user.first_name AS firstName, user.last_name AS lastName,
    user.user_name AS userName, user.primary_email AS email, extension.extension_number AS extension,
    CAST(extension.extension_number AS INTEGER) AS extensionKey, user.status,
    site.name AS site, user.department, user.job_title AS jobTitle, user.leaves_on AS leavesOn,
    (SELECT group_concat(phone_number, char(10) ORDER BY is_primary DESC, phone_number) FROM phone_number
      WHERE extension_id = extension.id) AS numbers,
    (SELECT group_concat(name, char(10)) FROM licence WHERE user_id = stale.key) AS licences,
    (SELECT count(*) FROM voicemail_message WHERE extension_id = extension.id) AS voicemails
  FROM stale
  LEFT JOIN user ON user.id = stale.key
  LEFT JOIN site ON site.id = user.site_id
  LEFT JOIN extension ON extension.user_id = stale.key`

/** The users, as the Users page searches, filters and sorts them. */
export const userSearch: SearchSource<Facts> = {
  name: 'user_search',
  texts: ['text'],
  trigrams: true,
  keyColumn: 'user_id',
  staleSql: stale,
  columns: [
    'name_key',
    'user_name',
    'email',
    'extension',
    'status',
    'site',
    'department',
    'licences',
    'leaves_on',
    'voicemails',
    'name',
    'job_title',
    'extension_number',
    'phone_number',
  ],
  rowOf: ({ firstName, lastName, userName, email, extensionKey, status, site, department, ...person }) => [
    fold(`${lastName} ${firstName}`.trim()),
    userName,
    email,
    extensionKey,
    status,
    site,
    department,
    person.licences?.split('\n').toSorted().join(', ') ?? '',
    person.leavesOn,
    person.voicemails,
    `${firstName} ${lastName}`.trim(),
    person.jobTitle,
    person.extension,
    person.numbers?.split('\n')[0] ?? null,
  ],
  textsOf: ({ firstName, lastName, userName, email, extension, numbers }) => [
    fold([`${firstName} ${lastName}`, userName, email, extension ?? '', numbers ?? '', '', ''].join('\n')),
  ],
}
