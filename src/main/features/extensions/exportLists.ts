import type { ExtensionRow, NumberRow } from '../../../shared/extensions/model.ts'
import { extensionStateNames, hearersOf, numberStateNames } from '../../../shared/extensions/words.ts'
import { exportList, type Exporting } from '../../files/exportList.ts'
import type { ExtensionQuery, Extensions, NumberQuery } from './service.ts'

type Listed<Query> = Omit<Query, 'offset' | 'limit'>
type Export<Query> = (query: Listed<Query>) => Promise<{ fileName: string; rows: number } | null>
export type ExtensionExports = { extensions: Export<ExtensionQuery>; numbers: Export<NumberQuery> }

/** Save the lists as CSV where a dialog says; null when it was cancelled. They throw FILE_PROBLEM, DISK_FULL. */
export function createExtensionExports({
  extensions,
  ...exporting
}: Exporting & { extensions: Pick<Extensions, 'pages' | 'numberPages'> }): ExtensionExports {
  return {
    extensions: (query) =>
      exportList(exporting, {
        title: 'Export extensions',
        name: 'extensions',
        cells: extensionCells,
        pages: () => extensions.pages(query, Number.POSITIVE_INFINITY),
      }),
    numbers: (query) =>
      exportList(exporting, {
        title: 'Export phone numbers',
        name: 'phone numbers',
        cells: numberCells,
        pages: () => extensions.numberPages(query, Number.POSITIVE_INFINITY),
      }),
  }
}

const extensionCells: Readonly<Record<string, (row: ExtensionRow) => string>> = {
  Extension: ({ extensionNumber }) => extensionNumber,
  'Who has it': ({ holder }) => holder?.name ?? '',
  'User name': ({ holder }) => holder?.userName ?? '',
  'Who had it': ({ lastHolder }) => lastHolder ?? '',
  State: ({ state }) => extensionStateNames[state],
  Site: ({ site }) => site,
  'Phone numbers': ({ phoneNumbers }) => phoneNumbers.join(' '),
  Voicemail: ({ voicemails }) => String(voicemails),
  'Who can hear it': hearersOf,
}

const numberCells: Readonly<Record<string, (row: NumberRow) => string>> = {
  'Phone number': ({ phoneNumber }) => phoneNumber,
  State: ({ state }) => numberStateNames[state],
  Until: ({ until }) => until ?? '',
  Extension: ({ extension }) => extension?.extensionNumber ?? '',
  'Who has it': ({ holder }) => holder?.name ?? '',
  'User name': ({ holder }) => holder?.userName ?? '',
  Site: ({ site }) => site ?? '',
  Country: ({ country }) => country,
}
