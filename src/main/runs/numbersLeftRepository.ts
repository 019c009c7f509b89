import type { UserId } from '../../shared/ids.ts'
import type { NumberLeft } from '../../shared/retention/contract.ts'
import type { ReadDb } from '../db/sql.ts'
import { listRunsOf } from './runRepository.ts'
import { readSteps } from './stepRepository.ts'

/**
 * The phone numbers that runs for a person have parked or given back and that are still so on a day: where is what the
 * plan says of the number, until is read from the number itself.
 */
export function listNumbersLeft(db: ReadDb, userId: UserId, today: string): NumberLeft[] {
  const stateOf = db.prepare<[string], { status: string; until: string | null }>(
    'SELECT status, coalesce(parked_until, reclaimable_until) AS until FROM phone_number WHERE phone_number = ?',
  )
  const left = listRunsOf(db, userId).flatMap(({ id, plan }) =>
    readSteps(db, id).flatMap(({ status, action }): NumberLeft[] => {
      if (action.kind !== 'number' || status !== 'done') return []
      const { phoneNumber, choice } = action
      const state = stateOf.get(phoneNumber)
      const effect = plan.effects.find(({ what, items }) => what === 'phoneNumber' && items.includes(phoneNumber))
      if (state === undefined || state.until === null || state.until < today || effect === undefined) return []
      const same =
        choice.kind === 'park'
          ? state.status === 'PARKED' && state.until === choice.until
          : choice.kind === 'release' && state.status === 'RELEASED'
      return same ? [{ phoneNumber, where: effect.where, until: state.until }] : []
    }),
  )
  return [...new Map(left.map((one) => [one.phoneNumber, one])).values()]
}
