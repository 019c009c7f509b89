import type { UserFilter } from '../../../../shared/directory/model.ts'
import { later } from '../../format/today.ts'
import type { Leaving, UsersFilters } from '../../stores/usersView.ts'

/**
 * What main is asked for: days of leaving counted from today, a calendar day here. Who leaves is still active, unless
 * another status is chosen: the others have left.
 */
export function filterOf(search: string, { leaving, ...filters }: UsersFilters, today: string): UserFilter {
  const leavers = leaving === undefined ? {} : { status: 'ACTIVE' as const, ...daysOf(leaving, today) }
  return { search: search.trim(), ...leavers, ...filters }
}

function daysOf(leaving: Leaving, today: string): Partial<UserFilter> {
  switch (leaving) {
    case 'anyDay':
      return { leaving: true }
    case 'week':
      return { leavesFrom: today, leavesUntil: later(today, 7) }
    case 'month':
      return { leavesFrom: today, leavesUntil: later(today, 30) }
    case 'passed':
      return { leavesUntil: later(today, -1) }
  }
}
