import { useEffect, useEffectEvent } from 'react'

/** Alt+← and Alt+→ go back and on, from wherever the focus is. */
export function useWizardKeys(back: (() => void) | null, forward: (() => void) | null): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    event.preventDefault()
    if (event.key === 'ArrowLeft') back?.()
    else forward?.()
  })
  useEffect(() => {
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
