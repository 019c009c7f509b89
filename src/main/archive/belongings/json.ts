import type { Archivable } from '../../../shared/offboarding/choices.ts'
import type { SavedInventory, ExtensionInventory, Inventory } from '../../../shared/offboarding/inventory.ts'
import { subjectOf } from '../../../shared/offboarding/subjectOf.ts'
import type { AuditLink } from '../../audit/repository.ts'
import type { PlayableCopies } from '../playable/copies.ts'
import type { Proven } from '../proveMessage.ts'

export type Custody = {
  operator: string
  startedAt: string
  software: string
  source: string
  runId: string
  planHash: string
  /** The newest audit entry as the bag is written: an anchor of the audit outside of the database. */
  auditHead: AuditLink | null
}

/** How many of each kind were saved, and what an earlier try had left. */
export type Saved = {
  counts: Readonly<Partial<Record<Archivable, number>>>
  provenBefore: number
  unfinishedRemoved: number
  copies: PlayableCopies
}

export function asJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

/** The person and what hung on them, as approved; long lists have files of their own. */
export function personJson(inventory: Inventory): string {
  return asJson({ ...inventory, counts: undefined, voicemail: undefined })
}

/** The extension and what hung on it, as approved. */
export function extensionJson(inventory: ExtensionInventory): string {
  return asJson({ ...inventory, asked: undefined, counts: undefined, voicemail: undefined })
}

/** Who collected what, when, from where, with which version, and how it went. */
export function custodyJson(
  inventory: SavedInventory,
  messages: readonly Proven[],
  custody: Custody,
  saved: Saved,
  finishedAt: string,
): string {
  const { voicemail } = inventory
  return asJson({
    collectedBy: custody.operator,
    startedAt: custody.startedAt,
    finishedAt,
    source: custody.source,
    software: custody.software,
    run: custody.runId,
    plan: custody.planHash,
    auditHead: custody.auditHead,
    ...custodySubject(inventory),
    listed: { messages: voicemail.count, bytes: voicemail.bytes, seconds: voicemail.seconds, digest: voicemail.digest },
    saved: {
      messages: messages.length,
      bytes: messages.reduce((sum, { proof }) => sum + proof.bytes, 0),
      seconds: messages.reduce((sum, { message }) => sum + message.seconds, 0),
      ...saved.counts,
    },
    proof:
      'Every message was read back from disk: size, SHA-256, decodes as audio, length within one second of the listing.',
    earlierTries: { messagesProvenBefore: saved.provenBefore, unfinishedFilesRemoved: saved.unfinishedRemoved },
    playableCopies: {
      note: 'Copies in WAV of messages that browsers do not play. The originals are the record.',
      made: saved.copies.made.size,
      notMade: messages.flatMap(({ position, file }) => {
        const reason = saved.copies.notMade.get(position)
        return reason === undefined ? [] : [{ file, reason }]
      }),
    },
    errors: [],
  })
}

function custodySubject(inventory: SavedInventory): Record<string, unknown> {
  const about = subjectOf(inventory)
  switch (about.kind) {
    case 'person':
      return { person: { id: about.userId, name: about.name, userName: about.userName, extension: about.extension } }
    case 'extension':
      return { extension: { id: about.extensionId, extensionNumber: about.extension, holder: about.holder } }
    case 'messages':
      return { extensions: 'extensions' in inventory ? inventory.extensions : [] }
  }
}
