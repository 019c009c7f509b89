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

/** Whoever locks or stops something is heard at once; what is written because of it waits where it is written. */
const neverWaiting: readonly RouteName[] = [
  'session.active',
  'session.lock',
  'runs.cancel',
  'voicemail.stopCheck',
  'library.cancelLook',
  'scrub.stop',
  'archives.cancelVerify',
  'archives.stopPacking',
  'archives.stopUnsealing',
  'analytics.cancelExport',
]

/** Whether a route writes to the database in the turn in which it is asked, and waits for a thread that writes. */
export function mayWrite(name: RouteName): boolean {
  if (neverWaiting.includes(name)) return false
  return writingAllTheSame.includes(name) || !reading.includes(routePermissions[name])
}
