import { useCallback, useLayoutEffect, useRef, type KeyboardEvent } from 'react'

/** Keys move from the current row, also while the row that was current has the focus until the next one is drawn. */
export function useKeysAt(current: number, onKey: (event: KeyboardEvent, row: number) => void) {
  const at = useRef(current)
  useLayoutEffect(() => {
    at.current = current
  }, [current])
  return useCallback((event: KeyboardEvent): void => onKey(event, at.current), [onKey])
}
