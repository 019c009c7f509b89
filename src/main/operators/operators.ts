import { operatorId, type OperatorId, type UserId } from '../../shared/ids.ts'
import { AppError } from '../../shared/ipc/errors.ts'
import type { AuditAction } from '../../shared/audit/actions.ts'
import type { OperatorRole } from '../../shared/offboarding/step.ts'
import type { NewOperator, OperatorRow } from '../../shared/operators/model.ts'
import { ownPasswordRefusal, whyNotManage } from '../../shared/operators/permissions.ts'
import { appendAudit } from '../audit/repository.ts'
import type { Clock, Ids } from '../clock.ts'
import type { WriteDb } from '../db/sql.ts'
import { forgetFailures } from './failureRepository.ts'
import { hashPassword } from './passwords.ts'
import { findWhoLeft, findWhoSignsIn, isPerson, setPersonRole } from './personRepository.ts'
import {
  findTaken,
  insertOperator,
  listOperators,
  markRemoved,
  readOperator,
  setAuditPrivilege,
  setPassword,
  setRole,
  type StoredOperator,
} from './repository.ts'
import { whyNotSignedIn, type Session } from './session.ts'

type OtherRole = Exclude<OperatorRole, 'primaryAdministrator'>
type Deps = {
  db: WriteDb
  clock: Clock
  ids: Ids
  session: Session
  /** The password of whoever is signed in, typed again. */
  confirm(password: string): Promise<StoredOperator>
}

/** The list of operators and what may be changed in it; each change commits with its audit entry. */
export class Operators {
  readonly #deps: Deps

  constructor(deps: Deps) {
    this.#deps = deps
  }

  list(): OperatorRow[] {
    return listOperators(this.#deps.db).map(toRow)
  }

  /**
   * Without userId the operator is the person of the directory who has the user name, if there is one. Throws CONFLICT when
   * the name, the user name or the person is an operator's already, or the person may not sign in any more, NOT_FOUND for
   * an unknown person.
   */
  async add(wanted: NewOperator & { role: OtherRole; userId: UserId | null }): Promise<OperatorRow> {
    const { db, clock, ids } = this.#deps
    const { password: typed, userId, ...named } = wanted
    const password = await hashPassword(typed)
    const operator = { ...named, userId: userId ?? findWhoSignsIn(db, named.userName) }
    const id = operatorId.parse(ids.next())
    const rest = { auditPrivilege: false, shownPassword: null, createdAt: clock.now().toISOString() }
    const detail = { role: operator.role, userId: operator.userId }
    const insert = (): void => {
      const taken = findTaken(db, operator)
      if (taken.length > 0)
        throw new AppError('CONFLICT', `An operator has this ${taken.join(' and ')} already. Choose another.`)
      if (operator.userId !== null && !isPerson(db, operator.userId))
        throw new AppError(
          'NOT_FOUND',
          'This person is not in the directory. Search again, or add the operator without a person.',
        )
      const left = operator.userId === null ? findWhoLeft(db, operator.userName) : null
      if (left !== null)
        throw new AppError(
          'CONFLICT',
          `The user name is that of ${left}, who may not sign in to the phone system any more. Activate the person first, or choose another user name.`,
        )
      insertOperator(db, { ...operator, ...rest, id, password })
    }
    await db.writer.alone(() => this.#commit('operator.add', operator.userName, detail, insert))
    return toRow(this.#existing(id))
  }

  setRole(id: OperatorId, role: OtherRole): void {
    const operator = this.#target(id)
    if (operator.role === 'primaryAdministrator')
      throw new AppError('CONFLICT', 'There is exactly one primary administrator. Hand the role over instead.')
    if (operator.role === role) return
    const detail = { from: operator.role, to: role }
    this.#commit('operator.role', operator.userName, detail, () => setRole(this.#deps.db, id, role))
  }

  setAuditPrivilege(id: OperatorId, granted: boolean): void {
    const operator = this.#target(id)
    if (operator.auditPrivilege === granted) return
    const action = granted ? 'operator.grantAudit' : 'operator.withdrawAudit'
    this.#commit(action, operator.userName, {}, () => setAuditPrivilege(this.#deps.db, id, granted))
  }

  /** The new password ends the delay after failures, too. Throws CONFLICT for the operator who acts. */
  async resetPassword(id: OperatorId, typed: string): Promise<void> {
    this.#target(id)
    if (id === this.#deps.session.operator().id) throw new AppError('CONFLICT', ownPasswordRefusal)
    const password = await hashPassword(typed)
    const { db } = this.#deps
    await db.writer.alone(() => {
      const { userName } = this.#target(id)
      this.#commit('operator.resetPassword', userName, {}, () => {
        setPassword(db, id, password)
        forgetFailures(db, userName)
      })
    })
  }

  /** Throws CONFLICT for the primary administrator and for the operator who acts. */
  remove(id: OperatorId): void {
    const { db, clock, session } = this.#deps
    const { role, userName } = this.#target(id)
    if (role === 'primaryAdministrator')
      throw new AppError('CONFLICT', 'The primary administrator cannot be removed. Hand the role over first.')
    if (id === session.operator().id)
      throw new AppError('CONFLICT', 'Nobody removes their own sign-in. Another administrator can do it.')
    this.#commit('operator.remove', userName, { role }, () => markRemoved(db, id, clock.now().toISOString()))
  }

  /** Exchanges the roles in one transaction, so there is a primary administrator at every instant. Throws CONFLICT. */
  async handOver(id: OperatorId, password: string): Promise<void> {
    const confirmed = await this.#deps.confirm(password)
    await this.#deps.db.writer.alone(() => this.#handOver(this.#existing(confirmed.id), this.#existing(id)))
  }

  #handOver(from: StoredOperator, to: StoredOperator): void {
    if (from.role !== 'primaryAdministrator')
      throw new AppError('CONFLICT', 'The role was handed over in the meantime.')
    if (to.id === from.id) throw new AppError('CONFLICT', `${to.name} is the primary administrator already.`)
    const refused = whyNotSignedIn(to)
    if (refused !== null) throw new AppError('CONFLICT', `${refused} Hand the role over to somebody who can sign in.`)
    this.#commit('operator.handOver', to.userName, { from: from.userName, roleBefore: to.role }, () => {
      const { db } = this.#deps
      setRole(db, from.id, 'secondaryAdministrator')
      setRole(db, to.id, 'primaryAdministrator')
      setPersonRole(db, from.userId, 'secondaryAdministrator')
      setPersonRole(db, to.userId, 'primaryAdministrator')
    })
  }

  #commit(action: AuditAction, subject: string, detail: Record<string, unknown>, change: () => void): void {
    const { db, clock, session } = this.#deps
    const operator = session.operator().name
    db.transaction(() => {
      change()
      appendAudit(db, clock, { operator, action, subject, detail })
    }).immediate()
  }

  /** An operator who the one who acts may change. Throws NOT_FOUND, NOT_ALLOWED. */
  #target(id: OperatorId): StoredOperator {
    const found = this.#existing(id)
    const { id: own, role, auditPrivilege } = this.#deps.session.operator()
    const refused = whyNotManage({ id: own ?? '', role, auditPrivilege }, found)
    if (refused !== null) throw new AppError('NOT_ALLOWED', refused)
    return found
  }

  #existing(id: OperatorId): StoredOperator {
    const operator = readOperator(this.#deps.db, id)
    if (operator === null) throw new AppError('NOT_FOUND', 'This operator was removed. The list shows those there are.')
    return operator
  }
}

function toRow({ id, userId, name, userName, role, auditPrivilege, createdAt }: StoredOperator): OperatorRow {
  return { id, userId, name, userName, role, auditPrivilege, createdAt }
}
