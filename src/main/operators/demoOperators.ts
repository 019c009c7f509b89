import { AppError } from '../../shared/ipc/errors.ts'
import type { OperatorRole } from '../../shared/offboarding/step.ts'
import type { Ids } from '../clock.ts'
import type { ReadDb } from '../db/sql.ts'
import { findPerson } from './personRepository.ts'
import { hashPassword } from './passwords.ts'
import type { OperatorInsert } from './repository.ts'

type DemoOperator = { userName: string; role: OperatorRole; auditPrivilege?: true; password: string }

/** One of each role, and one with the audit privilege; all of them people of the demo company. */
const demoOperators: readonly DemoOperator[] = [
  { userName: 'margaret.osei', role: 'primaryAdministrator', password: 'maple-harbor-41' },
  { userName: 'caleb.ostrander', role: 'secondaryAdministrator', password: 'copper-meadow-27' },
  { userName: 'emre.yildirim', role: 'itAdministrator', password: 'silver-orchard-63' },
  { userName: 'ruth.abernathy', role: 'viewer', password: 'quiet-lantern-58' },
  { userName: 'imogen.platt', role: 'viewer', auditPrivilege: true, password: 'amber-thicket-94' },
]

/** The operators of a demo company, ready to be inserted; hashing takes a moment. */
export function makeDemoOperators(db: ReadDb, ids: Ids, createdAt: string): Promise<OperatorInsert[]> {
  return Promise.all(
    demoOperators.map(async ({ userName, role, auditPrivilege = false, password }) => {
      const person = findPerson(db, userName)
      if (person === null) throw new AppError('INTERNAL', `The demo company has no ${userName}.`)
      return {
        id: ids.next(),
        userId: person.id,
        name: person.name,
        userName,
        role,
        auditPrivilege,
        password: await hashPassword(password),
        shownPassword: password,
        createdAt,
      }
    }),
  )
}
