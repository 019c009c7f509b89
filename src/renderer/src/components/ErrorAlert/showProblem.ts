import { notifications, notificationsStore } from '@mantine/notifications'
import { adviceFor, causeOf } from './adviceFor.ts'

/**
 * A problem that has no place of its own in the page: why, and what to do next. It stays until it is dismissed or the page
 * is left on which it came up.
 */
export function showProblem(title: string, error: unknown): void {
  notifications.show({ ...problemOf(title, error), 'data-page': location.hash })
}

/** The same of work that ends on whatever page is open by then: it stays until it is dismissed. */
export function showLateProblem(title: string, error: unknown): void {
  notifications.show(problemOf(title, error))
}

/** Takes the problems of other pages away. */
export function leaveProblems(): void {
  notifications.updateState(notificationsStore, (shown) =>
    shown.filter((one) => one['data-page'] === undefined || one['data-page'] === location.hash),
  )
}

function problemOf(title: string, error: unknown) {
  const message = [causeOf(error), adviceFor(error)].filter((part) => part !== null).join(' ')
  return { color: 'red', title, message, autoClose: false }
}
