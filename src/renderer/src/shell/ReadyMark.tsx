import { useIsFetching } from '@tanstack/react-query'
import { useEffect } from 'react'

/** Marks the root as ready once the first page's answers have been painted; start-up measurements and tests wait for it. */
export function ReadyMark() {
  const fetching = useIsFetching()
  useEffect(() => {
    if (fetching > 0) return
    // The second frame starts after the first, with the data in it, was painted.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        const root = document.getElementById('root')
        if (root === null || root.dataset['ready'] === 'true') return
        root.dataset['ready'] = 'true'
        performance.mark('ready')
      })
    })
    return () => cancelAnimationFrame(frame)
  }, [fetching])
  return null
}
