import { notifications } from '@mantine/notifications'
import { useWhenDone, type Change } from '../../data/useWhenDone.ts'

/** Closes a dialog once its change is made. Whoever finds it closed after the lock is told what was done. */
export function useClosing(change: Change, { title, onDone }: { title: string; onDone: () => void }): void {
  useWhenDone(change, (_, behindLock) => {
    if (behindLock) notifications.show({ color: 'green', title: 'Done', message: title.replace(/\?$/, '') })
    onDone()
  })
}
