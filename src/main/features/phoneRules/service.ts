import { AppError } from '../../../shared/ipc/errors.ts'
import type { UserId } from '../../../shared/ids.ts'
import { fullName } from '../../../shared/offboarding/inventory.ts'
import { canSignIn, mayDial, type DialFacts, type Verdict } from '../../../shared/phoneSystem/rules.ts'
import type { ReadDb } from '../../db/sql.ts'
import type { PhoneSystem } from '../../phoneSystem/port.ts'
import { readDialFacts } from './repository.ts'

export type PhoneRules = ReturnType<typeof createPhoneRules>

/** What the phone system would allow right now, and why. */
export function createPhoneRules({ db, phoneSystem }: { db: ReadDb; phoneSystem: PhoneSystem }) {
  return {
    dialCheck: (extensionNumber: string, dialed: string): Verdict => {
      const facts: DialFacts | null = readDialFacts(db, extensionNumber)
      if (facts === null) throw new AppError('NOT_FOUND', `There is no extension ${extensionNumber}.`)
      return mayDial(facts, dialed)
    },
    signInCheck: async (userId: UserId): Promise<Verdict> => {
      const { user } = await phoneSystem.inventory(userId)
      return canSignIn({ name: fullName(user), status: user.status, signInRevoked: user.signInRevoked })
    },
  }
}
