import { dayHere } from '../../../shared/dayHere.ts'
import { appendAudit } from '../../audit/repository.ts'
import type { Clock } from '../../clock.ts'
import type { WriteDb } from '../../db/sql.ts'

/** A number whose parking is over, and the last day of it. */
export type Unparked = { phoneNumber: string; parkedUntil: string }

export const overSql = `
  SELECT phone_number AS phoneNumber, parked_until AS parkedUntil FROM phone_number
  WHERE status = 'PARKED' AND parked_until < ? ORDER BY parked_until, phone_number`

/**
 * Makes the numbers available whose last day of parking has passed, and tells the audit, in one transaction. They stay
 * with the company: giving one back is a step of a plan, never of the clock.
 */
export function endParking(db: WriteDb, clock: Clock): Unparked[] {
  return db
    .transaction(() => {
      const over = db.prepare<[string], Unparked>(overSql).all(dayHere(clock.now()))
      if (over.length === 0) return over
      const free = db.prepare(
        "UPDATE phone_number SET status = 'AVAILABLE', parked_until = NULL WHERE phone_number = ?",
      )
      for (const { phoneNumber } of over) free.run(phoneNumber)
      appendAudit(db, clock, {
        operator: 'Offhook',
        action: 'number.parkingOver',
        subject: 'Phone numbers',
        detail: { count: over.length, numbers: over },
      })
      return over
    })
    .immediate()
}
