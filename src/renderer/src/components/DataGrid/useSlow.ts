import { useEffect, useState } from 'react'

/** What changes within this time does not flicker. */
const patience = 150

/** Whether the rows of the question before stand for so long that they are dimmed. */
export function useSlow(changing: boolean): boolean {
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    if (!changing) return undefined
    const timer = setTimeout(() => setSlow(true), patience)
    return () => {
      clearTimeout(timer)
      setSlow(false)
    }
  }, [changing])
  return slow
}
