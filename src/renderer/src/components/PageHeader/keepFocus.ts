import { useEffect } from 'react'

/** Gives the head of the page the focus when the control that had it goes away with what it stood for. */
export function keepFocus(): void {
  // The page is drawn without it in this same moment.
  setTimeout(() => {
    if (document.activeElement === document.body) document.querySelector<HTMLElement>('main h1')?.focus()
  })
}

/** For what goes away by itself, with a control that may have the focus. */
export function useKeepFocus(): void {
  useEffect(() => keepFocus, [])
}
