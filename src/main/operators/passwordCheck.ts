import { AppError } from '../../shared/ipc/errors.ts'
import { delaySentence, type Delay } from '../../shared/operators/delay.ts'
import { appendAudit } from '../audit/repository.ts'
import type { Clock } from '../clock.ts'
import type { WriteDb } from '../db/sql.ts'
import { blockedUntil, countFailure, forgetFailures } from './failureRepository.ts'
import { nobodysPassword, verifyPassword } from './passwords.ts'
import { findOperator, readPassword, type StoredOperator } from './repository.ts'
import { whyNotSignedIn } from './session.ts'

/**
 * The operator with this user name and password. The failure is counted before the password is looked at and forgotten
 * when it is right, and a name that does not exist takes as long as one that does. wrong: what is said of a wrong
 * password, which depends on what was asked for. Throws SIGN_IN_REFUSED.
 */
export async function checkPassword(
  { db, clock }: { db: WriteDb; clock: Clock },
  userName: string,
  password: string,
  wrong = 'The user name or the password is not right.',
): Promise<StoredOperator> {
  const now = clock.now()
  const until = blockedUntil(db, userName, now)
  if (until !== null) throw refusedFor(delayOf(until), now)
  countFailure(db, userName, now)
  const operator = findOperator(db, userName)
  const stored = operator === null ? null : readPassword(db, operator.id)
  const right = await verifyPassword(password, stored ?? nobodysPassword)
  const failed = (reason: string): void => {
    const event = { operator: operator?.name ?? 'Unknown', subject: operator?.userName ?? '', detail: { reason } }
    db.transaction(() => appendAudit(db, clock, { ...event, action: 'operator.signInRefused' })).immediate()
  }
  return db.writer.alone(() => {
    if (operator === null || stored === null || !right) {
      failed('wrong user name or password')
      const later = clock.now()
      const next = blockedUntil(db, userName, later)
      if (next !== null) throw refusedFor(delayOf(next, wrong), later)
      throw new AppError('SIGN_IN_REFUSED', `${wrong} Try again.`)
    }
    forgetFailures(db, userName)
    const refused = whyNotSignedIn(operator)
    if (refused === null) return operator
    failed(refused)
    throw new AppError('SIGN_IN_REFUSED', `${refused} ${remedyFor(operator)}`)
  })
}

/** Nobody brings back who was deleted; who is deactivated or blocked can be activated. */
function remedyFor({ person }: StoredOperator): string {
  if (person?.status === 'DELETED') return 'Sign in as another operator.'
  return 'An administrator can change that on the Users page.'
}

/** The delay of a name after failures. */
export function delayOf(until: Date, why = 'Too many attempts have failed.'): Delay {
  return { why, until: until.toISOString() }
}

/** The window counts down from what lies beside the sentence. */
function refusedFor(delay: Delay, now: Date): AppError {
  return new AppError('SIGN_IN_REFUSED', delaySentence(delay, now), delay)
}
