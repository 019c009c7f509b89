import { useIsFetching } from '@tanstack/react-query'
import { useEffect } from 'react'

/** Which part of the window stands there. */
export type Front = 'start' | 'claim' | 'signIn' | 'locked' | 'pages'

/**
 * Marks the root as ready once the answers have been painted, with what is painted; start-up measurements wait for the
 * first time, tests for a part.
 */
export function ReadyMark({ front, onPainted }: { front: Front; onPainted?: () => void }) {
  const fetching = useIsFetching()
  useEffect(() => {
    if (fetching > 0) return
    // The second frame starts after the first, with the data in it, was painted.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        const root = document.getElementById('root')
        if (root === null || root.dataset['front'] === front) return
        root.dataset['front'] = front
        if (root.dataset['ready'] !== 'true') performance.mark('ready')
        root.dataset['ready'] = 'true'
        onPainted?.()
      })
    })
    return () => cancelAnimationFrame(frame)
  }, [fetching, front, onPainted])
  return null
}
