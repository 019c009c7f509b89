import { setImmediate as nextTurn } from 'node:timers/promises'
import type { UserId } from '../../../shared/ids.ts'
import { dayHere } from '../../../shared/dayHere.ts'
import { countsFrom, isOver, retentionEnd } from '../../../shared/retention/rules.ts'
import type { Clock } from '../../clock.ts'
import type { WriteDb } from '../../db/sql.ts'
import type { Logger } from '../../log/logger.ts'
import { endParking, type Unparked } from '../../phoneSystem/embedded/parking.ts'
import { listNumbersLeft } from '../../runs/numbersLeftRepository.ts'
import {
  countRecords,
  followClock,
  hasCompany,
  listLeavers,
  noteLeavers,
  readLeaver,
  readPolicy,
  removeRecords,
  settleSweep,
  sumsOf,
  type Leaver,
  type Removal,
} from './repository.ts'

export type Swept = {
  at: string
  months: number
  fax: number
  sms: number
  /** How many people keep their records because of a legal hold, although their period is over. */
  held: number
  removed: Removal[]
  /** The numbers whose parking was over. */
  unparked: Unparked[]
}
export type Retention = ReturnType<typeof createRetention>

/**
 * What the clock does by itself: it deletes other products' records when their period is over, and ends the parking of
 * numbers. Chat, calls and bills are no business of it.
 */
export function createRetention({ db, clock, log }: { db: WriteDb; clock: Clock; log: Logger }) {
  const endOf = (leaver: Leaver, months: number): string =>
    retentionEnd(dayHere(new Date(countsFrom(leaver, clock.now().toISOString()))), months)
  return {
    /** When the records of a person go, null as long as the person has not left, or is under hold; and their numbers. */
    ofPerson: (userId: UserId) => {
      const { months } = readPolicy(db)
      const leaver = readLeaver(db, userId)
      const legalHold = leaver?.legalHold ?? null
      return {
        months,
        legalHold,
        numbers: listNumbersLeft(db, userId, dayHere(clock.now())),
        removedOn: leaver === null || legalHold !== null ? null : endOf(leaver, months),
      }
    },

    /** What the sweep of tomorrow would delete if the period were so many months: it comes when the day begins here. */
    nextSweep: (months: number) => {
      const tomorrow = clock.now()
      tomorrow.setHours(24, 0, 0, 0)
      const gone = whosePeriodIsOver(listLeavers(db), months, tomorrow.toISOString())
      return countRecords(
        db,
        gone.map(({ userId }) => userId),
      )
    },

    /**
     * One sweep, at the clock's time or at another clock's. A person is one transaction, so a kill costs nothing: the
     * next sweep goes on, and its audit entry tells of both. So does one that was stopped: it throws the signal's reason.
     */
    sweep: async (at: Clock = clock, signal?: AbortSignal): Promise<Swept> => {
      const now = at.now().toISOString()
      const { months, latestAt } = readPolicy(db)
      if (!hasCompany(db)) return { at: now, months, fax: 0, sms: 0, held: 0, removed: [], unparked: [] }
      if (latestAt !== null && now < latestAt)
        log.warn('The clock was set back: nothing is deleted before its time', { now, latestAt })
      await db.writer.alone(() => {
        followClock(db, at)
        noteLeavers(db)
      })
      const leavers = listLeavers(db)
      for (const { userId } of whosePeriodIsOver(leavers, months, now)) {
        signal?.throwIfAborted()
        await db.writer.alone(() => removeRecords(db, userId, (leaver) => isOver(leaver, months, now)))
        await nextTurn()
      }
      const removed = await db.writer.alone(() => settleSweep(db, at, months))
      const unparked = await db.writer.alone(() => endParking(db, at))
      const held = leavers.filter(
        (leaver) => leaver.legalHold !== null && isOver({ ...leaver, legalHold: null }, months, now),
      ).length
      const swept = { at: now, months, ...sumsOf(removed), held, removed, unparked }
      log.info('Retention sweep', { ...swept, removed: removed.length, unparked: unparked.length })
      return swept
    },
  }
}

function whosePeriodIsOver(leavers: readonly Leaver[], months: number, at: string): Leaver[] {
  return leavers.filter((leaver) => isOver(leaver, months, at))
}
