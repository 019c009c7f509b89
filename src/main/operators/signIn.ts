import { operatorId } from '../../shared/ids.ts'
import { AppError } from '../../shared/ipc/errors.ts'
import { delaySentence } from '../../shared/operators/delay.ts'
import type { NewOperator, SessionStatus, SignedInOperator } from '../../shared/operators/model.ts'
import type { Verdict } from '../../shared/phoneSystem/rules.ts'
import { appendAudit } from '../audit/repository.ts'
import type { Clock, Ids } from '../clock.ts'
import { commitWhenFree } from '../db/commitWhenFree.ts'
import type { WriteDb } from '../db/sql.ts'
import { blockedUntil } from './failureRepository.ts'
import { checkPassword, delayOf } from './passwordCheck.ts'
import { hashPassword } from './passwords.ts'
import { findWhoSignsIn, tieToPeople } from './personRepository.ts'
import {
  findOperator,
  hasOperators,
  insertOperator,
  listShown,
  readOperator,
  setPassword,
  type StoredOperator,
} from './repository.ts'
import { whyNotSignedIn, type Session } from './session.ts'

export type SignIn = ReturnType<typeof createSignIn>
type SignInDeps = { db: WriteDb; clock: Clock; ids: Ids; session: Session }

/** Signing in, the lock, and the operator's own password. */
export function createSignIn(deps: SignInDeps) {
  const { db, clock, session } = deps

  /** The password of whoever is signed in, typed again. Throws SIGN_IN_REFUSED, NOT_SIGNED_IN. */
  const confirm = async (password: string, wrong = 'The password is not right.'): Promise<StoredOperator> => {
    const operator = session.current()
    if (operator === null) throw new AppError('NOT_SIGNED_IN', 'Nobody is signed in. Sign in first.')
    return checkPassword(deps, operator.userName, password, wrong)
  }

  return {
    confirm,

    status: (): SessionStatus => {
      const operator = session.current()
      const state = hasOperators(db) ? session.state() : 'unclaimed'
      return {
        state,
        operator: operator === null ? null : toSignedIn(operator),
        ended: session.ended(),
        shown: state === 'signedOut' ? listShown(db) : [],
      }
    },

    /** Throws SIGN_IN_REFUSED, with the wait in its sentence and beside it. */
    signIn: async (userName: string, password: string, by: 'window' | 'commandLine'): Promise<SignedInOperator> => {
      const checked = await checkPassword(deps, userName, password)
      return db.writer.alone(() => {
        session.signOut()
        const operator = noteSignIn(deps, checked, by)
        session.begin(operator)
        return toSignedIn(operator)
      })
    },

    /** Whether an operator may sign in now, and why; null when there is no operator with this user name. */
    verdictOf: (userName: string): Verdict | null => {
      const operator = findOperator(db, userName)
      if (operator === null) return null
      const now = clock.now()
      const until = blockedUntil(db, userName, now)
      const refused = whyNotSignedIn(operator) ?? (until === null ? null : delaySentence(delayOf(until), now))
      return { allowed: refused === null, reason: refused ?? `${operator.name} is an operator of Offhook.` }
    },

    unlock: async (password: string): Promise<void> => {
      const operator = await confirm(password)
      await db.writer.alone(() => session.unlock(operator))
    },

    changePassword: async (current: string, next: string): Promise<void> => {
      const { id, name, userName } = await confirm(current, 'The current password is not right.')
      const password = await hashPassword(next)
      await commitWhenFree(db, () => {
        setPassword(db, id, password)
        appendAudit(db, clock, { operator: name, action: 'operator.password', subject: userName, detail: {} })
      })
    },

    createFirst: async (operator: NewOperator): Promise<SignedInOperator> => {
      const created = await createFirst(deps, operator)
      session.begin(created)
      return toSignedIn(created)
    },
  }
}

/** The operator as tied to a person by now. */
function noteSignIn({ db, clock }: SignInDeps, { id, name, userName }: StoredOperator, by: string): StoredOperator {
  const note = db.transaction(() => {
    tieToPeople(db)
    appendAudit(db, clock, { operator: name, action: 'operator.signIn', subject: userName, detail: { by } })
    return readOperator(db, id)!
  })
  return note.immediate()
}

/** The primary administrator of a company that has no operator yet. Throws CONFLICT. */
async function createFirst({ db, clock, ids }: SignInDeps, wanted: NewOperator): Promise<StoredOperator> {
  const { name, userName } = wanted
  const password = await hashPassword(wanted.password)
  const id = operatorId.parse(ids.next())
  const role = 'primaryAdministrator'
  const rest = {
    userId: findWhoSignsIn(db, userName),
    auditPrivilege: false,
    shownPassword: null,
    createdAt: clock.now().toISOString(),
  }
  return commitWhenFree(db, () => {
    if (hasOperators(db)) throw new AppError('CONFLICT', 'This company has operators already. Sign in as one of them.')
    insertOperator(db, { id, name, userName, role, password, ...rest })
    appendAudit(db, clock, { operator: name, action: 'operator.add', subject: userName, detail: { role } })
    appendAudit(db, clock, { operator: name, action: 'operator.signIn', subject: userName, detail: {} })
    return readOperator(db, id)!
  })
}

function toSignedIn({ id, userId, name, userName, role, auditPrivilege }: StoredOperator): SignedInOperator {
  return { id, userId, name, userName, role, auditPrivilege }
}
