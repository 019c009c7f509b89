import { useEffect, type RefObject } from 'react'
import { useAnnounce } from '../../stores/announcements.ts'

/** Says what a check found, and gives the focus to what is wanted next: the button that had it went with the reading. */
export function useFound(text: string, next: RefObject<HTMLElement | null>): void {
  const announce = useAnnounce()
  useEffect(() => {
    announce(text)
    next.current?.focus()
  }, [announce, next, text])
}
