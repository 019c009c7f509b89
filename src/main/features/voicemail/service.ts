import { voicemailId, type VoicemailId } from '../../../shared/ids.ts'
import { maximalMessages } from '../../../shared/offboarding/request.ts'
import type { OnlyMessages, OwnerSide } from '../../../shared/voicemail/contract.ts'
import type { VoicemailFilter, VoicemailRow, VoicemailSort } from '../../../shared/voicemail/model.ts'
import { chosenIds, countChosen } from '../../db/search/chosen.ts'
import type { Order } from '../../db/search/list.ts'
import { refreshSearch } from '../../db/search/refresh.ts'
import { createResults } from '../../db/search/results.ts'
import type { WriteDb } from '../../db/sql.ts'
import { voicemailSearch } from '../../db/voicemailSearch.ts'
import { findExtensions, findOwners, listFacets } from './facetRepository.ts'
import { messageList, readMessages, readSizes, searchIdsOf } from './searchRepository.ts'

export type MessageQuery = { filter: VoicemailFilter } & Order<VoicemailSort>
export type Voicemail = ReturnType<typeof createVoicemail>

const messagesAtOnce = 500

/** The voicemail of all extensions, those that are free too. */
export function createVoicemail({ db }: { db: WriteDb }) {
  const results = createResults(db, messageList)
  const upToDate = () => refreshSearch(db, voicemailSearch())
  const searched = { db, list: messageList, results }
  const chosenMessages = async (query: MessageQuery, only?: OnlyMessages): Promise<readonly number[]> => {
    await upToDate()
    return chosenIds(searched, query, only && { kind: only.kind, ids: searchIdsOf(db, only.messages) })
  }
  return {
    /** One page. total is null when counting would take longer than reading. */
    search: async (
      query: MessageQuery & { offset: number; limit: number },
    ): Promise<{ total: number | null; messages: VoicemailRow[] }> => {
      await upToDate()
      const { total, ids } = await results.page(query, query)
      return { total, messages: readMessages(db, ids) }
    },
    /** What the query leaves; of the named messages, when some are named. */
    count: async (query: MessageQuery, of?: readonly VoicemailId[]): Promise<number> => {
      await upToDate()
      return countChosen(searched, query, of && searchIdsOf(db, of))
    },
    /** All that the query leaves, or what is chosen, some hundred at a time. */
    all: async (
      query: MessageQuery,
      only?: OnlyMessages,
    ): Promise<{ total: number; pages: Generator<VoicemailRow[], undefined> }> => {
      const chosen = await chosenMessages(query, only)
      return { total: chosen.length, pages: pagesOf((some) => readMessages(db, some), chosen) }
    },
    /** What a plan would save; no ids when there are more than one plan takes. */
    chosen: async (query: MessageQuery, only: OnlyMessages) => chosenOf(db, await chosenMessages(query, only)),
    facets: async () => {
      await upToDate()
      return listFacets(db)
    },
    extensions: async (search: string) => {
      await upToDate()
      return findExtensions(db, search)
    },
    owners: async (side: OwnerSide, search: string) => {
      await upToDate()
      return findOwners(db, side, search)
    },
  }
}

function chosenOf(db: WriteDb, ids: readonly number[]) {
  const sizes = ids.length > maximalMessages ? [] : readSizes(db, ids)
  return {
    total: ids.length,
    messages: sizes.map(({ id }) => voicemailId.parse(id)),
    bytes: sizes.reduce((sum, { bytes }) => sum + bytes, 0),
    seconds: sizes.reduce((sum, { seconds }) => sum + seconds, 0),
  }
}

function* pagesOf(
  read: (ids: number[]) => VoicemailRow[],
  ids: readonly number[],
): Generator<VoicemailRow[], undefined> {
  for (let from = 0; from < ids.length; from += messagesAtOnce) yield read(ids.slice(from, from + messagesAtOnce))
}
