import { notifications } from '@mantine/notifications'
import { adviceFor, causeOf } from './adviceFor.ts'

/** A problem that has no place of its own in the page: why, and what to do next. It stays until it is dismissed. */
export function showProblem(title: string, error: unknown): void {
  const message = [causeOf(error), adviceFor(error)].filter((part) => part !== null).join(' ')
  notifications.show({ color: 'red', title, message, autoClose: false })
}
