import type { FoundMessages } from '../../../../shared/archives/library.ts'
import { withoutTranscript } from '../../../../shared/voicemail/model.ts'

/** What was found, as whoever asks may know it: without transcripts for those who may not listen. */
export function heardBy(session: { may(permission: 'listen'): boolean }, found: FoundMessages): FoundMessages {
  if (session.may('listen')) return found
  return { ...found, messages: found.messages.map((one) => ({ ...one, message: withoutTranscript(one.message) })) }
}
