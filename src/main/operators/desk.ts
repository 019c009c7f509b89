import type { Emit } from '../../shared/ipc/contract.ts'
import type { Clock, Ids } from '../clock.ts'
import type { WriteDb } from '../db/sql.ts'
import { readCompanySettings } from '../settings/companyRepository.ts'
import { Operators } from './operators.ts'
import { Session } from './session.ts'
import { createSignIn } from './signIn.ts'

/** Who is at the desk, how they came there, and who else may. */
export function openDesk({ db, clock, ids, emit }: { db: WriteDb; clock: Clock; ids: Ids; emit: Emit }) {
  const session = new Session({
    db,
    clock,
    idleMinutes: () => readCompanySettings(db).idleLockMinutes,
    changed: (state) => emit('session.changed', { state }),
  })
  const signIn = createSignIn({ db, clock, ids, session })
  return { session, signIn, operators: new Operators({ db, clock, ids, session, confirm: signIn.confirm }) }
}
