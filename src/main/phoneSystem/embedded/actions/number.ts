import type { ActionOf } from '../../../../shared/offboarding/action.ts'
import { dayHere } from '../../../../shared/dayHere.ts'
import { addDays } from '../../../../shared/offboarding/dates.ts'
import { firstParkDay } from '../../../../shared/offboarding/parking.ts'
import { reclaimDays } from '../../../../shared/offboarding/steps/number.ts'
import { drifted, type ActionContext } from './context.ts'
import { targetId } from './target.ts'

/** Decides one phone number; it must still be on the extension of the plan. */
export function number(context: ActionContext, { extensionId, phoneNumber, choice }: ActionOf<'number'>): string {
  const { db, now } = context
  const owned = db
    .prepare<[string], { extension_id: string | null; status: string }>(
      'SELECT extension_id, status FROM phone_number WHERE phone_number = ?',
    )
    .get(phoneNumber)
  if (owned?.extension_id !== extensionId || owned.status !== 'ASSIGNED')
    throw drifted(`${phoneNumber} is not on the extension any more.`)
  switch (choice.kind) {
    case 'keep':
      return `${phoneNumber} stays on the extension.`
    case 'reassign':
      putOn(db, targetId(context, choice.extensionNumber, true), phoneNumber)
      return `${phoneNumber} rings extension ${choice.extensionNumber}.`
    case 'park':
      if (choice.until < firstParkDay(dayHere(new Date(now))))
        throw drifted(`${phoneNumber} could be parked until ${choice.until} before that day only.`)
      db.prepare(
        "UPDATE phone_number SET extension_id = NULL, is_primary = 0, status = 'PARKED', parked_until = ? WHERE phone_number = ?",
      ).run(choice.until, phoneNumber)
      return `${phoneNumber} is parked until ${choice.until}.`
    case 'release': {
      const until = addDays(dayHere(new Date(now)), reclaimDays)
      db.prepare(
        "UPDATE phone_number SET extension_id = NULL, is_primary = 0, status = 'RELEASED', reclaimable_until = ? WHERE phone_number = ?",
      ).run(until, phoneNumber)
      return `${phoneNumber} is given back; it can be reclaimed until ${until}.`
    }
  }
}

/** Puts a number that is on no extension on one; it must still be where the plan found it. */
export function reclaimNumber(
  { db, now }: ActionContext,
  { extensionId, extensionNumber, phoneNumber, from }: ActionOf<'reclaimNumber'>,
): string {
  const free = db
    .prepare<[string], { status: string; reclaimableUntil: string | null }>(
      'SELECT status, reclaimable_until AS reclaimableUntil FROM phone_number WHERE phone_number = ?',
    )
    .get(phoneNumber)
  if (free?.status !== from) throw drifted(`${phoneNumber} is not where it was any more.`)
  if (from === 'RELEASED' && (free.reclaimableUntil ?? '') < dayHere(new Date(now)))
    throw drifted(`${phoneNumber} could be reclaimed until ${free.reclaimableUntil ?? 'now'} only.`)
  putOn(db, extensionId, phoneNumber)
  return `${phoneNumber} rings extension ${extensionNumber}.`
}

/** The first number of an extension is its primary one. */
function putOn(db: ActionContext['db'], extensionId: string, phoneNumber: string): void {
  const first =
    db.prepare('SELECT 1 FROM phone_number WHERE extension_id = ? AND is_primary = 1').get(extensionId) === undefined
  db.prepare(
    `UPDATE phone_number SET extension_id = ?, is_primary = ?, status = 'ASSIGNED', parked_until = NULL, reclaimable_until = NULL
      WHERE phone_number = ?`,
  ).run(extensionId, first ? 1 : 0, phoneNumber)
}
