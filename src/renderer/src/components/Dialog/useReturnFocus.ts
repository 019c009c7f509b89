import { useEffect, useState } from 'react'
import { keepFocus } from '../PageHeader/keepFocus.ts'

/** Gives the focus back, when what uses this goes, to the control that had it before; to the head of the page when that is gone. */
export function useReturnFocus(): void {
  const [opener] = useState(focused)
  useEffect(
    () => () => {
      // What replaces it may take the focus itself, in this same moment.
      setTimeout(() => {
        if (document.activeElement !== document.body) return
        if (opener?.isConnected === true) opener.focus({ preventScroll: true })
        else keepFocus()
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
