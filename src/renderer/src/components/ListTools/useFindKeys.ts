import { useEffect, type RefObject } from 'react'

/** Ctrl+F, Cmd+F and / put the cursor into the search field. */
export function useFindKeys(field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const find = event.key === 'f' && (event.ctrlKey || event.metaKey)
      const slash = event.key === '/' && !isTyping(event.target)
      if (!find && !slash) return
      event.preventDefault()
      focusAndSelect(field.current)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [field])
}

export function focusAndSelect(field: HTMLInputElement | null): void {
  field?.focus()
  field?.select()
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
}
