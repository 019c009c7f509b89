import { useEffect, useRef } from 'react'
import { onEvent } from '../../ipc/client.ts'

/**
 * Empties what must not be there any more when the lock falls: a form stays as it was under it, a password does not. Main
 * tells of the lock before the pages are hidden; what changes in hidden pages is drawn only when there is time.
 */
export function useNotKept(empty: () => void): void {
  const newest = useRef(empty)
  useEffect(() => {
    newest.current = empty
  })
  useEffect(() => onEvent('session.changed', ({ state }) => state === 'locked' && newest.current()), [])
}
