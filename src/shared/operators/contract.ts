import { z } from 'zod'
import { operatorId, userId } from '../ids.ts'
import { route } from '../ipc/route.ts'
import {
  newOperator,
  newPassword,
  operatorRole,
  operatorRow,
  sessionStatus,
  signedInOperator,
  triedPassword,
} from './model.ts'

export const operatorRoutes = {
  'session.status': route(z.object({}), sessionStatus),
  'session.signIn': route(
    z.object({ userName: z.string().trim().min(1).max(100), password: triedPassword }),
    signedInOperator,
  ),
  'session.signOut': route(z.object({}), z.void()),
  'session.lock': route(z.object({}), z.void()),
  'session.unlock': route(z.object({ password: triedPassword }), z.void()),
  /** The operator did something in the window; main counts the idle minutes from here. */
  'session.active': route(z.object({}), z.void()),
  'session.changePassword': route(z.object({ current: triedPassword, next: newPassword }), z.void()),
  /** Makes the primary administrator of a company that has no operator yet, and signs in. */
  'operators.createFirst': route(newOperator, signedInOperator),
  'operators.list': route(z.object({}), z.array(operatorRow)),
  'operators.add': route(
    newOperator.extend({ role: operatorRole.exclude(['primaryAdministrator']), userId: userId.nullable() }),
    operatorRow,
  ),
  'operators.setRole': route(z.object({ operatorId, role: operatorRole.exclude(['primaryAdministrator']) }), z.void()),
  'operators.setAuditPrivilege': route(z.object({ operatorId, granted: z.boolean() }), z.void()),
  'operators.resetPassword': route(z.object({ operatorId, password: newPassword }), z.void()),
  'operators.remove': route(z.object({ operatorId }), z.void()),
  /** The primary administrator becomes a secondary one, the other the primary; both stay signed in. */
  'operators.handOver': route(z.object({ operatorId, password: triedPassword }), z.void()),
} as const
