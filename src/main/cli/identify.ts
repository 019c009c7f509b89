import { userInfo } from 'node:os'
import { AppError } from '../../shared/ipc/errors.ts'
import { isOpen, type Permission } from '../../shared/operators/permissions.ts'
import type { Services } from '../services.ts'
import type { CliIo } from './io.ts'

/** A company that nobody has set up yet can be filled and looked at; everything else waits for its operator. */
const beforeSetUp: readonly Permission[] = ['viewCompany', 'viewAudit', 'importData']

/**
 * Makes sure of who acts, and that they may: the operator of --as with the password of OFFHOOK_PASSWORD, or whoever is
 * at the computer, on demo data alone. Throws NOT_SIGNED_IN, SIGN_IN_REFUSED, NOT_ALLOWED.
 */
export async function identify(
  { session, signIn, tenant }: Services,
  { permission, as, env }: { permission: Permission; as: string | undefined; env: CliIo['env'] },
): Promise<void> {
  if (as !== undefined) {
    const password = env['OFFHOOK_PASSWORD']
    if (password === undefined || password === '')
      throw new AppError('NOT_SIGNED_IN', `The password of ${as} is missing. Put it into OFFHOOK_PASSWORD.`)
    await signIn.signIn(as, password, 'commandLine')
  } else if (!isOpen(permission)) {
    if (tenant.status().kind !== 'demo') refuseOwnData(signIn.status().state === 'unclaimed', permission)
    session.actAs({ name: userInfo().username, role: 'primaryAdministrator', auditPrivilege: false })
  }
  session.require(permission)
}

function refuseOwnData(unclaimed: boolean, permission: Permission): void {
  if (unclaimed && beforeSetUp.includes(permission)) return
  const wayOut = unclaimed
    ? 'This data folder has no operator yet: make one with operator create, or in the window.'
    : 'Name an operator with --as NAME and put the password into OFFHOOK_PASSWORD.'
  throw new AppError('NOT_SIGNED_IN', `Without an operator only demo data is acted on. ${wayOut}`)
}
