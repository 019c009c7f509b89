import type { PhoneSystemAction } from '../../../shared/offboarding/action.ts'
import type { Clock, Ids } from '../../clock.ts'
import { readInTurns } from '../../db/readInTurns.ts'
import type { WriteDb } from '../../db/sql.ts'
import { createReadBuffers } from '../../files/readBuffers.ts'
import type { ActionOutcome, IdempotencyKey, PhoneSystem } from '../port.ts'
import { applyOnce, isApplied, takenBy } from './applied.ts'
import { openAudioFile, removeQueuedAudio } from './audioStore.ts'
import { readBelongings } from './belongings.ts'
import { readExtensionInventory, readMessageInventory } from './extensionInventory.ts'
import { readExtensionOf, readInventory } from './inventory.ts'
import { audioFinder, chosenVoicemails, listVoicemails } from './voicemails.ts'

type Deps = { db: WriteDb; audioFolder: string; clock: Clock; ids: Ids }

/** The embedded PBX: it shares the database with the runs, so a change, its outcome and its audit entry commit together. */
export function createEmbeddedPhoneSystem({ db, audioFolder, clock, ids }: Deps): PhoneSystem {
  const buffers = createReadBuffers()
  const findAudio = audioFinder(db)
  const applyAndSettle = db.transaction(
    (
      action: PhoneSystemAction,
      key: IdempotencyKey,
      settle: (outcome: ActionOutcome) => void,
      allow: () => void,
    ): void => {
      if (!isApplied(db, key)) allow()
      settle({ summary: applyOnce({ db, now: clock.now().toISOString(), ids }, action, key) })
    },
  )

  return {
    inventory: (userId) => readInTurns(db, () => readInventory(db, userId)),
    extensionInventory: (extensionId, asked) => readInTurns(db, () => readExtensionInventory(db, extensionId, asked)),
    extensionOf: async (userId) => readExtensionOf(db, userId),
    messageInventory: (chosen) => readInTurns(db, () => readMessageInventory(db, chosen)),
    voicemails: (extensionId) => listVoicemails(db, extensionId),
    chosenVoicemails: (chosen) => chosenVoicemails(db, chosen),
    openAudio: async (id) => openAudioFile(audioFolder, findAudio(id), buffers),
    belongings: async (userId) => readBelongings(db, audioFolder, userId),
    apply: async (action, key, settle, allow) => {
      await db.writer.alone(() => applyAndSettle.immediate(action, key, settle, allow))
      // The step is done and told; what cannot be removed now stays queued and goes at the next start.
      await removeQueuedAudio(db, audioFolder).catch(() => undefined)
    },
    taken: async (key) => takenBy(db, key),
    observe: async (_action, key) => (isApplied(db, key) ? 'applied' : 'notApplied'),
  }
}
