import type { FoundMessages, MessageQuery } from '../../../../shared/archives/library.ts'
import { withoutTranscript } from '../../../../shared/voicemail/model.ts'
import type { Library } from './service.ts'

/** What is found, as whoever asks may know it: those who may not listen neither see transcripts nor find anything by them. */
export function searchFor(
  session: { may(permission: 'listen'): boolean },
  library: Pick<Library, 'search'>,
  query: MessageQuery,
): FoundMessages {
  const hears = session.may('listen')
  const found = library.search(query, hears)
  if (hears) return found
  return { ...found, messages: found.messages.map((one) => ({ ...one, message: withoutTranscript(one.message) })) }
}
