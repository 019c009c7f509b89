import { useEffect, type RefObject } from 'react'
import { useSearchRequest } from '../../stores/usersView.ts'

/** Ctrl+F, Cmd+F, / and the menu's Search put the cursor into the search field. */
export function useSearchKeys(field: RefObject<HTMLInputElement | null>): void {
  const [asked, answered] = useSearchRequest()
  useEffect(() => {
    if (!asked) return
    focusAndSelect(field.current)
    answered()
  }, [answered, asked, field])
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

function focusAndSelect(field: HTMLInputElement | null): void {
  field?.focus()
  field?.select()
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
}
