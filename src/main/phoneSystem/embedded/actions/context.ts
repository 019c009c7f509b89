import { AppError } from '../../../../shared/ipc/errors.ts'
import type { Ids } from '../../../clock.ts'
import type { WriteDb } from '../../../db/sql.ts'

/** Every action runs inside one transaction and answers what it did, as a sentence. */
export type ActionContext = { db: WriteDb; now: string; ids: Ids }

/** The phone system is not as the plan found it: nothing is improvised. */
export function drifted(message: string): AppError {
  return new AppError('PLAN_DRIFTED', `${message} Give this run up and make a new plan.`)
}

/** "1 ring group", "2 ring groups". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** "1 ring group and 2 call queues", without those of which there are none; null when nothing is left. */
export function countedOf(counts: readonly (readonly [count: number, noun: string])[]): string | null {
  const some = counts.filter(([count]) => count > 0).map(([count, noun]) => counted(count, noun))
  return some.length === 0 ? null : some.join(' and ')
}
