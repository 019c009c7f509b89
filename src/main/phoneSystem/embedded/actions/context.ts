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
