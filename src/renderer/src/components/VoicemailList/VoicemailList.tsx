import type { ArchivedMessage } from '../../../../shared/archives/model.ts'
import type { ArchiveId, ExtensionId } from '../../../../shared/ids.ts'

/** Where the messages come from: live from an extension, or from the bag of an archive. */
export type VoicemailSource =
  | { kind: 'extension'; extensionId: ExtensionId }
  | { kind: 'archive'; archiveId: ArchiveId; messages: ArchivedMessage[] }

export type VoicemailListProps = { source: VoicemailSource }

/** Voicemail messages, newest first, with a player for the chosen one. */
export function VoicemailList({ source }: VoicemailListProps) {
  return <section aria-label="Voicemail messages" data-source={source.kind} />
}
