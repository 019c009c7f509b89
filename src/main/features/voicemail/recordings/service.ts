import type { VoicemailId } from '../../../../shared/ids.ts'
import { shownDamaged, type DamageAccepted, type RecordingsChecked } from '../../../../shared/voicemail/recordings.ts'
import { AppError } from '../../../../shared/ipc/errors.ts'
import { appendAudit } from '../../../audit/repository.ts'
import type { Clock } from '../../../clock.ts'
import type { WriteDb } from '../../../db/sql.ts'
import { lookAtRecordings, stampOf, type Damaged, type Watched } from './look.ts'
import { holdersUnderHold, listRecordings, relist, removeMessage } from './repository.ts'

export type Recordings = ReturnType<typeof createRecordings>

type Given = { db: WriteDb; audioFolder: string; clock: Clock; operator(): { name: string } }

/** So many decisions are one transaction: main stands still for some milliseconds. */
const atOnce = 100

/** Whether the recordings of messages are still what was listed, and what becomes of those that nothing can repair. */
export function createRecordings(given: Given) {
  const { db, audioFolder } = given
  return {
    /** Reads all of them. Changes nothing. Throws FILE_PROBLEM, CANCELLED. */
    check: async (ids: readonly VoicemailId[], watched?: Watched): Promise<RecordingsChecked> => {
      const listed = listRecordings(db, ids)
      const damaged = await lookAtRecordings(audioFolder, listed, watched)
      const { changed, lost } = countsOf(damaged)
      return {
        whole: listed.length - damaged.length,
        changed,
        lost,
        damaged: damaged.slice(0, shownDamaged).map(({ listed: { file: _file, ...message }, damage }) => ({
          ...message,
          damage,
        })),
      }
    },
    /**
     * Looks again, and then lists a changed recording as it is now, and takes a message whose recording is lost out of its
     * mailbox; what is left of a file stays where it lies. Whole ones are not touched. What was listed and why it was
     * given up stays in the audit. Throws FILE_PROBLEM, and NOT_ALLOWED when a lost one is under a legal hold.
     */
    accept: async (ids: readonly VoicemailId[], reason: string): Promise<DamageAccepted> => {
      const operator = given.operator().name
      const damaged = await lookAtRecordings(audioFolder, listRecordings(db, ids))
      refuseHeld(db, damaged)
      const accepted: Damaged[] = []
      for (let from = 0; from < damaged.length; from += atOnce)
        await db.writer.alone(() =>
          accepted.push(...acceptSome(given, { operator, reason }, damaged.slice(from, from + atOnce))),
        )
      return countsOf(accepted)
    },
  }
}

/** A message under hold stays with all that is known of it, also where its sound is lost. */
function refuseHeld(db: WriteDb, damaged: readonly Damaged[]): void {
  const lost = damaged.filter(({ found }) => found === null).map(({ listed }) => listed.id)
  const [first, ...others] = holdersUnderHold(db, lost)
  if (first === undefined) return
  const whose = others.length === 0 ? first : `${first} and ${others.length} more`
  throw new AppError(
    'NOT_ALLOWED',
    `The voicemails of ${whose} are under a legal hold, so no message is taken out of them. Bring the recordings back, or leave these messages out.`,
  )
}

function countsOf(damaged: readonly Damaged[]): DamageAccepted {
  const lost = damaged.filter(({ damage }) => damage === 'lost').length
  return { changed: damaged.length - lost, lost }
}

/** Answers those that were still as they were when they were looked at. */
function acceptSome(
  { db, audioFolder, clock }: Given,
  { operator, reason }: { operator: string; reason: string },
  damaged: readonly Damaged[],
): Damaged[] {
  const accept = (one: Damaged): boolean => {
    const { listed, found, stamp } = one
    // An import may have repaired it meanwhile.
    if (stampOf(audioFolder, listed) !== stamp) return false
    if (!(found === null ? removeMessage(db, listed) : relist(db, listed, found))) return false
    const { id, extension, ...facts } = listed
    appendAudit(db, clock, {
      operator,
      action: found === null ? 'voicemail.giveUpLost' : 'voicemail.keepChanged',
      subject: extension,
      detail: { messageId: id, reason, listed: facts, found, receivedAt: listed.receivedAt },
    })
    return true
  }
  return db.transaction(() => damaged.filter(accept)).immediate()
}
