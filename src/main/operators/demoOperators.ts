import type { OperatorRole } from '../../shared/offboarding/step.ts'
import { appendAudit } from '../audit/repository.ts'
import type { Clock, Ids } from '../clock.ts'
import type { ReadDb, WriteDb } from '../db/sql.ts'
import { findWhoSignsIn } from './personRepository.ts'
import { hashPassword, type StoredPassword } from './passwords.ts'
import { hadOperators, insertOperator, type OperatorInsert } from './repository.ts'

type DemoOperator = { userName: string; name: string; role: OperatorRole; auditPrivilege?: true; password: string }

/** One of each role, and one with the audit privilege; all of them people of the demo company. */
const demoOperators: readonly DemoOperator[] = [
  { userName: 'margaret.osei', name: 'Margaret Osei', role: 'primaryAdministrator', password: 'maple-harbor-41' },
  {
    userName: 'caleb.ostrander',
    name: 'Caleb Ostrander',
    role: 'secondaryAdministrator',
    password: 'copper-meadow-27',
  },
  { userName: 'emre.yildirim', name: 'Emre Yıldırım', role: 'itAdministrator', password: 'silver-orchard-63' },
  { userName: 'ruth.abernathy', name: 'Ruth Abernathy', role: 'viewer', password: 'quiet-lantern-58' },
  {
    userName: 'imogen.platt',
    name: 'Imogen Platt',
    role: 'viewer',
    auditPrivilege: true,
    password: 'amber-thicket-94',
  },
]

export type HashedOperator = DemoOperator & { hashed: StoredPassword }

/** The operators of the demo company with their passwords hashed, which takes a moment. */
export function hashDemoPasswords(): Promise<HashedOperator[]> {
  return Promise.all(demoOperators.map(async (one) => ({ ...one, hashed: await hashPassword(one.password) })))
}

/**
 * Their rows, to be inserted when the people are there. Whoever may not sign in to the phone system any more is an
 * operator without a person behind, so that a company that was played with can still be opened.
 */
export function demoOperatorRows(
  db: ReadDb,
  hashed: readonly HashedOperator[],
  ids: Ids,
  createdAt: string,
): OperatorInsert[] {
  return hashed.map(({ auditPrivilege = false, password, hashed: stored, ...operator }) => ({
    ...operator,
    id: ids.next(),
    userId: findWhoSignsIn(db, operator.userName),
    auditPrivilege,
    password: stored,
    shownPassword: password,
    createdAt,
  }))
}

/** Gives a demo company that is older than operators its own; one that ever had any keeps them as they are. */
export async function addMissingOperators({ db, ids, clock }: { db: WriteDb; ids: Ids; clock: Clock }): Promise<void> {
  if (hadOperators(db)) return
  const hashed = await hashDemoPasswords()
  const insert = db.transaction(() => {
    // Another process may have opened the same folder meanwhile.
    if (hadOperators(db)) return
    for (const operator of demoOperatorRows(db, hashed, ids, clock.now().toISOString())) {
      insertOperator(db, operator)
      const { userName: subject, role } = operator
      appendAudit(db, clock, { operator: 'Offhook', action: 'operator.add', subject, detail: { role } })
    }
  })
  insert.immediate()
}
