import type { OutputOf } from '../../../../shared/ipc/contract.ts'
import { formatDay } from '../../format/dates.ts'
import { formatQuantity } from '../../format/numbers.ts'

/** Until when other products keep what they have of a person, as a sentence; the day is main's. */
export function keptUntil({ legalHold, removedOn, months }: OutputOf<'retention.ofPerson'>): string {
  if (legalHold !== null) return 'Kept as long as the legal hold applies.'
  if (removedOn !== null)
    return `Deleted on ${formatDay(removedOn)}, ${formatQuantity(months, 'month')} after the user left.`
  return `Deleted ${formatQuantity(months, 'month')} after the user leaves.`
}
