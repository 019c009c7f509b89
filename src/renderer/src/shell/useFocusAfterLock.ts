import { useEffect, useLayoutEffect, useRef } from 'react'

/** After the lock the focus is where it was, whatever the parts of the page do that are shown again. */
export function useFocusAfterLock(): void {
  const before = useRef<Element | null>(null)
  useLayoutEffect(
    () => () => {
      before.current = document.activeElement
    },
    [],
  )
  useEffect(() => {
    const last = before.current
    if (!(last instanceof HTMLElement)) return undefined
    const timer = setTimeout(() => last.focus({ preventScroll: true }))
    return () => clearTimeout(timer)
  }, [])
}
