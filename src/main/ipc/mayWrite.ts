import type { RouteName } from '../../shared/ipc/contract.ts'
import { routePermissions, type Permission } from '../../shared/operators/permissions.ts'

/** An import writes in a thread, or refuses to begin beside another one. */
const reading: readonly Permission[] = [
  'openOffhook',
  'viewCompany',
  'listen',
  'viewAudit',
  'viewOperators',
  'importData',
]
const writingAllTheSame: readonly RouteName[] = [
  'session.signIn',
  'session.signOut',
  'session.unlock',
  'listen.keepPeaks',
]

/** Whether a route may write to the database, and waits for a thread that does; what is only read never waits. */
export function mayWrite(name: RouteName): boolean {
  if (name === 'session.active') return false
  return writingAllTheSame.includes(name) || !reading.includes(routePermissions[name])
}
