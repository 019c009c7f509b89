import type { VoicemailSource } from './source.ts'
import type { Messages } from './messagePages.ts'
import { useArchivedMessages } from './useArchivedMessages.ts'
import { useExtensionMessages } from './useExtensionMessages.ts'

/** The messages of a source, newest first, page by page. */
export function useMessages(source: VoicemailSource): Messages {
  const live = useExtensionMessages(source.kind === 'extension' ? source.extensionId : null)
  const archived = useArchivedMessages(source.kind === 'archives' ? source.query : null)
  return source.kind === 'extension' ? live : archived
}
