import { useEffect } from 'react'
import { call } from '../ipc/client.ts'

/** The idle lock counts in minutes; main need not hear of every key. */
const quietMilliseconds = 10_000
const signs = ['keydown', 'pointerdown', 'wheel'] as const

/** Tells main that somebody is there; main alone decides when the window is locked. */
export function ActivityWatch() {
  useEffect(() => {
    let toldAt = 0
    const tell = (): void => {
      const now = performance.now()
      if (now - toldAt < quietMilliseconds) return
      toldAt = now
      // Locked in the meantime: the event of main shows that by itself.
      call('session.active', {}).catch(() => undefined)
    }
    for (const sign of signs) window.addEventListener(sign, tell, { capture: true, passive: true })
    return () => {
      for (const sign of signs) window.removeEventListener(sign, tell, { capture: true })
    }
  }, [])
  return null
}
