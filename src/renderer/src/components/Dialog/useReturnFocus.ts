import { useEffect, useState } from 'react'

/** Gives the focus back, when what uses this goes, to the control that had it before. */
export function useReturnFocus(): void {
  const [opener] = useState(focused)
  useEffect(
    () => () => {
      // What replaces it may take the focus itself, in this same moment.
      setTimeout(() => {
        if (document.activeElement === document.body) opener?.focus({ preventScroll: true })
      })
    },
    [opener],
  )
}

/** An entry of a menu is gone when the dialog closes; the button that opened the menu is still there. */
function focused(): HTMLElement | null {
  const active = document.activeElement
  const button = active?.closest('[role="menu"]')?.getAttribute('aria-labelledby')
  const opener = typeof button === 'string' ? document.querySelector(`#${CSS.escape(button)}`) : active
  return opener instanceof HTMLElement ? opener : null
}
