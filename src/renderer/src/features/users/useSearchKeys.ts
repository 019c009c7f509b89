import { useEffect, type RefObject } from 'react'
import { focusAndSelect, useFindKeys } from '../../components/ListTools/useFindKeys.ts'
import { useSearchRequest } from '../../stores/usersView.ts'

/** The keys of a search field, and the menu's Search. */
export function useSearchKeys(field: RefObject<HTMLInputElement | null>): void {
  const [asked, answered] = useSearchRequest()
  useFindKeys(field)
  useEffect(() => {
    if (!asked) return
    focusAndSelect(field.current)
    answered()
  }, [answered, asked, field])
}
