import { z } from 'zod'
import { instant, operatorId, userId } from '../ids.ts'
import { typedName } from '../directory/names.ts'
import { operatorRoles } from '../offboarding/step.ts'

export const operatorRole = z.enum(operatorRoles)

/** What may be typed as a new password; length counts, not signs (NIST SP 800-63B). */
export const newPassword = z
  .string()
  .min(10, 'A password has at least 10 characters.')
  .max(200, 'A password has at most 200 characters.')
/** What may be tried as a password. */
export const triedPassword = z.string().min(1).max(200)

export const operatorName = typedName(1, 100)
export const operatorUserName = z
  .string()
  .trim()
  .normalize('NFC')
  .regex(/^[\p{L}\p{N}._@-]{2,100}$/u, 'A user name has letters, digits, dots, hyphens, underscores and @ only.')

/** Who is to be an operator, with the first password. */
export const newOperator = z.object({ name: operatorName, userName: operatorUserName, password: newPassword })
export type NewOperator = z.infer<typeof newOperator>

/** An operator as the Settings page lists them. */
export const operatorRow = z.object({
  id: operatorId,
  /** The person of the directory who this operator is, or null. */
  userId: userId.nullable(),
  name: z.string(),
  userName: z.string(),
  role: operatorRole,
  /** The right to read chat in the Audit page, given apart from the role. */
  auditPrivilege: z.boolean(),
  createdAt: instant,
})
export type OperatorRow = z.infer<typeof operatorRow>

/** Who is signed in, as the window needs it. */
export const signedInOperator = operatorRow.omit({ createdAt: true })
export type SignedInOperator = z.infer<typeof signedInOperator>

/** unclaimed: the company has no operator yet, so the first one is made before anything else. */
export const sessionState = z.enum(['unclaimed', 'signedOut', 'locked', 'signedIn'])
export type SessionState = z.infer<typeof sessionState>

export const sessionStatus = z.object({
  state: sessionState,
  operator: signedInOperator.nullable(),
  /** Why nobody is signed in any more, when it was not the operator's own wish. */
  ended: z.string().nullable(),
  /** The demo company's operators with their passwords, as long as these are the ones that it was made with. */
  shown: z.array(
    z.object({
      name: z.string(),
      userName: z.string(),
      role: operatorRole,
      auditPrivilege: z.boolean(),
      password: z.string(),
    }),
  ),
})
export type SessionStatus = z.infer<typeof sessionStatus>
