import type { ArchivedMessage } from '../../../../shared/archives/model.ts'
import type { ArchiveId, ExtensionId } from '../../../../shared/ids.ts'

/** Where the messages come from: live from an extension, or from the bag of an archive. */
export type VoicemailSource =
  | { kind: 'extension'; extensionId: ExtensionId }
  | { kind: 'archive'; archiveId: ArchiveId; messages: ArchivedMessage[] }
