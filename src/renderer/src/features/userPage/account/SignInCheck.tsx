import { fullName, type Inventory } from '../../../../../shared/offboarding/inventory.ts'
import { canSignIn } from '../../../../../shared/phoneSystem/rules.ts'
import { VerdictLine } from '../VerdictLine.tsx'

/** Whether the person can sign in now, and why. */
export function SignInCheck({ user }: { user: Inventory['user'] }) {
  const { allowed, reason } = canSignIn({
    name: fullName(user),
    status: user.status,
    signInRevoked: user.signInRevoked,
  })
  return (
    <VerdictLine
      allowed={allowed}
      text={allowed ? 'The user can sign in' : 'The user cannot sign in'}
      reason={reason}
    />
  )
}
