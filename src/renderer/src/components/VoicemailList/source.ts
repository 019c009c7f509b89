import type { ArchiveId, ExtensionId } from '../../../../shared/ids.ts'

/** Where the messages come from: live from an extension, or from the bags of one archive or of all. */
export type VoicemailSource =
  | { kind: 'extension'; extensionId: ExtensionId }
  | { kind: 'archives'; query: { archiveId?: ArchiveId; search?: string } }
