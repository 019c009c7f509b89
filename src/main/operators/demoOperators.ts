import type { OperatorRole } from '../../shared/offboarding/step.ts'
import { appendAudit } from '../audit/repository.ts'
import type { Clock, Ids } from '../clock.ts'
import type { ReadDb, WriteDb } from '../db/sql.ts'
import { findWhoSignsIn } from './personRepository.ts'
import { hashPassword } from './passwords.ts'
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

/**
 * The operators of a demo company, ready to be inserted; hashing takes a moment. Whoever may not sign in to the phone
 * system any more is an operator without a person behind, so that a company that was played with can still be opened.
 */
export function makeDemoOperators(db: ReadDb, ids: Ids, createdAt: string): Promise<OperatorInsert[]> {
  return Promise.all(
    demoOperators.map(async ({ auditPrivilege = false, password, ...operator }) => ({
      ...operator,
      id: ids.next(),
      userId: findWhoSignsIn(db, operator.userName),
      auditPrivilege,
      password: await hashPassword(password),
      shownPassword: password,
      createdAt,
    })),
  )
}

/** Gives a demo company that is older than operators its own; one that ever had any keeps them as they are. */
export async function addMissingOperators({ db, ids, clock }: { db: WriteDb; ids: Ids; clock: Clock }): Promise<void> {
  if (hadOperators(db)) return
  const operators = await makeDemoOperators(db, ids, clock.now().toISOString())
  const insert = db.transaction(() => {
    // Another process may have opened the same folder meanwhile.
    if (hadOperators(db)) return
    for (const operator of operators) {
      insertOperator(db, operator)
      const { userName: subject, role } = operator
      appendAudit(db, clock, { operator: 'Offhook', action: 'operator.add', subject, detail: { role } })
    }
  })
  insert.immediate()
}
