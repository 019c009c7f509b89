import { searchWords } from '../../../shared/directory/fold.ts'
import type { ExtensionFilter, ExtensionSort, NumberFilter, NumberSort } from '../../../shared/extensions/model.ts'
import { allOf } from '../../db/search/condition.ts'
import type { SearchList } from '../../db/search/list.ts'
import type { Word } from '../../db/search/words.ts'

const wordsOf = ({ search }: { search: string }): Word[] => searchWords(search).map((word) => ({ word, in: null }))

/** The extensions as a list; free ones come last where they are sorted by who has them. */
export const extensionList: SearchList<ExtensionFilter, ExtensionSort> = {
  name: 'extension_search',
  texts: ['text'],
  trigrams: false,
  forward: {
    extension: 'extension, id',
    holder: 'holder_key IS NULL, holder_key, extension, id',
    site: 'site, extension, id',
    voicemails: 'voicemails, extension, id',
    numbers: 'numbers, extension, id',
  },
  backward: {
    extension: 'extension DESC, id DESC',
    holder: 'holder_key IS NULL, holder_key DESC, extension, id',
    site: 'site DESC, extension DESC, id DESC',
    voicemails: 'voicemails DESC, extension DESC, id DESC',
    numbers: 'numbers DESC, extension DESC, id DESC',
  },
  wordsOf,
  conditionOf: ({ state, site, hasVoicemail }) =>
    allOf([
      ...(state === undefined ? [] : [['state = ?', state] as const]),
      ...(site === undefined ? [] : [['site = ?', site] as const]),
      ...(hasVoicemail === undefined ? [] : [[hasVoicemail ? 'voicemails > 0' : 'voicemails = 0'] as const]),
    ]),
}

/** The phone numbers as a list; those on no extension, or without a last day, come last where that is the order. */
export const numberList: SearchList<NumberFilter, NumberSort> = {
  name: 'number_search',
  texts: ['text'],
  trigrams: false,
  forward: {
    number: 'phone_number, id',
    state: 'state, phone_number, id',
    extension: 'extension IS NULL, extension, phone_number, id',
    until: 'until IS NULL, until, phone_number, id',
  },
  backward: {
    number: 'phone_number DESC, id DESC',
    state: 'state DESC, phone_number DESC, id DESC',
    extension: 'extension IS NULL, extension DESC, phone_number, id',
    until: 'until IS NULL, until DESC, phone_number, id',
  },
  wordsOf,
  conditionOf: ({ state, site, free }) =>
    allOf([
      ...(state === undefined ? [] : [['state = ?', state] as const]),
      ...(free === undefined ? [] : [["state IN ('parked', 'released', 'available')"] as const]),
      ...(site === undefined ? [] : [['site = ?', site] as const]),
    ]),
}
