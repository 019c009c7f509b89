import { useEffect, useRef } from 'react'

/** Empties what must not be there any more when the lock falls: a form stays as it was under it, a password does not. */
export function useNotKept(empty: () => void): void {
  const newest = useRef(empty)
  useEffect(() => {
    newest.current = empty
  })
  // An effect ends when the lock hides the page, and when the form is gone.
  useEffect(() => () => newest.current(), [])
}
