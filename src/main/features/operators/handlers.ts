import type { Handlers } from '../../../shared/ipc/contract.ts'
import type { operatorRoutes } from '../../../shared/operators/contract.ts'
import type { Operators } from '../../operators/operators.ts'
import type { Session } from '../../operators/session.ts'
import type { SignIn } from '../../operators/signIn.ts'

type Deps = { session: Session; signIn: SignIn; operators: Operators }

export function operatorHandlers({ session, signIn, operators }: Deps): Pick<Handlers, keyof typeof operatorRoutes> {
  return {
    'session.status': signIn.status,
    'session.signIn': ({ userName, password }) => signIn.signIn(userName, password, 'window'),
    'session.signOut': () => session.signOut(),
    'session.lock': () => session.lock(),
    'session.unlock': ({ password }) => signIn.unlock(password),
    'session.active': () => session.active(),
    'session.changePassword': ({ current, next }) => signIn.changePassword(current, next),
    'operators.createFirst': signIn.createFirst,
    'operators.list': () => operators.list(),
    'operators.add': (operator) => operators.add(operator),
    'operators.setRole': ({ operatorId, role }) => operators.setRole(operatorId, role),
    'operators.setAuditPrivilege': ({ operatorId, granted }) => operators.setAuditPrivilege(operatorId, granted),
    'operators.resetPassword': ({ operatorId, password }) => operators.resetPassword(operatorId, password),
    'operators.remove': ({ operatorId }) => operators.remove(operatorId),
    'operators.handOver': ({ operatorId, password }) => operators.handOver(operatorId, password),
  }
}
