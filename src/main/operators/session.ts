import type { AuditAction } from '../../shared/audit/actions.ts'
import type { OperatorId } from '../../shared/ids.ts'
import { AppError } from '../../shared/ipc/errors.ts'
import type { Operator } from '../../shared/offboarding/step.ts'
import type { SessionState } from '../../shared/operators/model.ts'
import { isAllowed, isOpen, refusalOf, type Holder, type Permission } from '../../shared/operators/permissions.ts'
import { canSignIn } from '../../shared/phoneSystem/rules.ts'
import { appendAudit } from '../audit/repository.ts'
import type { Clock } from '../clock.ts'
import type { WriteDb } from '../db/sql.ts'
import { readOperator, type StoredOperator } from './repository.ts'

/** Who acts, with what decides what they may do. */
export type Actor = Operator & Holder
type SessionDeps = {
  db: WriteDb
  clock: Clock
  /** Minutes without activity until the window is locked. */
  idleMinutes(): number
  changed(state: SessionState): void
}
type LockReason = 'idle' | 'asked'
/** at: when the lock fell. refused: the disk did not take its entry; it is tried again with what ends the lock. */
type Unnoted = { reason: LockReason; at: number; refused: boolean }
/** unnoted: a lock that the audit has no entry of yet. */
type Held = { id: OperatorId; locked: boolean; activeAt: number; unnoted: Unnoted | null }

/**
 * Who is signed in: one operator at most. Everything is asked of the database each time, so a changed role holds at
 * once, and a session ends when its operator is removed or the person behind may not sign in any more.
 */
export class Session {
  readonly #deps: SessionDeps
  #held: Held | null = null
  #actor: Actor | null = null
  #ended: string | null = null

  constructor(deps: SessionDeps) {
    this.#deps = deps
  }

  /** The operator of the session as the database has them now, behind the lock too; ends or locks it when it is time. */
  current(): StoredOperator | null {
    if (this.#held === null) return null
    const operator = readOperator(this.#deps.db, this.#held.id)
    const refused = operator === null ? 'This operator was removed.' : whyNotSignedIn(operator)
    if (operator === null || refused !== null) {
      this.#leave(operator, refused)
      return null
    }
    this.#lockWhenIdle(this.#held, operator)
    return operator
  }

  state(): 'signedOut' | 'locked' | 'signedIn' {
    this.current()
    if (this.#held === null) return 'signedOut'
    return this.#isLocked(this.#held) ? 'locked' : 'signedIn'
  }

  /** Why the last session ended, when it was not the operator's own wish. */
  ended(): string | null {
    return this.#ended
  }

  /** Who acts. Throws NOT_SIGNED_IN, LOCKED. */
  operator(): Actor & { id: OperatorId | null } {
    if (this.#actor !== null) return { id: null, ...this.#actor }
    const operator = this.current()
    if (operator === null || this.#held === null)
      throw new AppError('NOT_SIGNED_IN', this.#ended ?? 'Nobody is signed in. Sign in first.')
    if (this.#isLocked(this.#held)) throw new AppError('LOCKED', 'Offhook is locked. Enter the password to go on.')
    const { id, name, role, auditPrivilege, userId } = operator
    return { id, name, role, auditPrivilege, ...(userId !== null && { userId }) }
  }

  /** Throws NOT_SIGNED_IN, LOCKED, NOT_ALLOWED. */
  require(permission: Permission): void {
    if (isOpen(permission)) return
    if (!isAllowed(this.operator(), permission))
      throw new AppError('NOT_ALLOWED', refusalOf(permission), { permission })
  }

  /** Whether whoever acts may. Throws NOT_SIGNED_IN, LOCKED. */
  may(permission: Permission): boolean {
    return isAllowed(this.operator(), permission)
  }

  begin(operator: StoredOperator): void {
    this.#ended = null
    this.#held = this.#open(operator)
    this.#deps.changed('signedIn')
  }

  /** The operator asked for it. */
  lock(): void {
    const operator = this.current()
    if (operator !== null && this.#held !== null) this.#lock(this.#held, operator, 'asked')
  }

  /** What the audit cannot tell of does not happen: the window stays locked then. */
  unlock(operator: StoredOperator): void {
    if (this.#held?.locked !== true) return
    this.#noteLock(this.#held, operator)
    this.#audit(operator, 'operator.unlock', {})
    this.#held = this.#open(operator)
    this.#deps.changed('signedIn')
  }

  signOut(): void {
    const operator = this.current()
    if (operator !== null) this.#leave(operator, null)
  }

  /** The operator did something: the idle minutes count from now. */
  active(): void {
    if (this.#held !== null && !this.#held.locked) this.#held.activeAt = this.#now()
  }

  /** Lets somebody act without a password; the caller has made sure that it is on demo data. */
  actAs(who: Actor): void {
    this.#actor = who
  }

  #open({ id }: StoredOperator): Held {
    return { id, locked: false, activeAt: this.#now(), unnoted: null }
  }

  #lockWhenIdle(held: Held, operator: StoredOperator): void {
    const now = this.#now()
    // A clock that was set back does not keep the window open.
    held.activeAt = Math.min(held.activeAt, now)
    if (this.#isLocked(held)) this.#lock(held, operator, 'idle')
    this.#noteWhenPossible(held, operator)
  }

  #isLocked({ locked, activeAt }: Held): boolean {
    return locked || this.#now() - activeAt >= this.#deps.idleMinutes() * 60_000
  }

  /** Covers the window, whatever the disk says. */
  #lock(held: Held, operator: StoredOperator, reason: LockReason): void {
    if (held.locked) return
    held.locked = true
    held.unnoted = { reason, at: this.#now(), refused: false }
    this.#deps.changed('locked')
    this.#noteWhenPossible(held, operator)
  }

  /** Nobody stands still for a thread that has the writing: a lock that fell then is written down at the next look. */
  #noteWhenPossible(held: Held, operator: StoredOperator): void {
    if (held.unnoted === null || held.unnoted.refused || this.#deps.db.writer.lent()) return
    try {
      this.#noteLock(held, operator)
    } catch {
      // Another process writes, or the disk is full.
      held.unnoted.refused = true
    }
  }

  #noteLock(held: Held, operator: StoredOperator): void {
    if (held.unnoted === null) return
    const { reason, at } = held.unnoted
    this.#audit(operator, 'operator.lock', { reason, at: new Date(at).toISOString() })
    held.unnoted = null
  }

  #leave(operator: StoredOperator | null, reason: string | null): void {
    if (operator !== null && this.#held !== null) this.#noteLock(this.#held, operator)
    if (operator !== null) this.#audit(operator, 'operator.signOut', reason === null ? {} : { reason })
    this.#held = null
    this.#ended = reason
    this.#deps.changed('signedOut')
  }

  #audit({ name, userName }: StoredOperator, action: AuditAction, detail: Record<string, unknown>): void {
    const { db, clock } = this.#deps
    db.transaction(() => appendAudit(db, clock, { operator: name, action, subject: userName, detail })).immediate()
  }

  #now(): number {
    return this.#deps.clock.now().getTime()
  }
}

/** Why an operator may not sign in, or null: a person who lost login access to the phone system has none here. */
export function whyNotSignedIn({ person }: StoredOperator): string | null {
  if (person === null) return null
  const { allowed, reason } = canSignIn(person)
  return allowed ? null : reason
}
