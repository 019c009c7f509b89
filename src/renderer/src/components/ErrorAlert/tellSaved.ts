import { notifications } from '@mantine/notifications'
import { showLateProblem } from './showProblem.ts'
import { wasCancelled } from './wasCancelled.ts'

export type Told<T> = { saved: (value: T) => string; failed: string }

/**
 * Says what came of an export, whatever page is open by then; the callbacks of mutate are lost with the page. Null: the
 * dialog was cancelled.
 */
export function tellSaved<T>(work: Promise<T | null>, { saved, failed }: Told<T>): void {
  work.then(
    (value) => value !== null && notifications.show({ message: saved(value) }),
    (error: unknown) =>
      wasCancelled(error) ? notifications.show({ message: error.message }) : showLateProblem(failed, error),
  )
}
