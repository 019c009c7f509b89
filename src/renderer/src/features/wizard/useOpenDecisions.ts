import { useCallback, useState } from 'react'

export type OpenDecisions = {
  /** Why Continue must wait, in the order in which it arose. */
  problems: string[]
  problemOf: (decision: string) => string | null
  setOpen: (decision: string, problem: string | null) => void
  clear: () => void
}

/**
 * Decisions that were begun and lack something ("Reassign", but to which extension?). They are not part of the plan,
 * so Continue waits for them: otherwise the plan would say something else than the screen.
 */
export function useOpenDecisions(): OpenDecisions {
  const [open, setOpenMap] = useState<ReadonlyMap<string, string>>(new Map())
  const setOpen = useCallback((decision: string, problem: string | null) => {
    setOpenMap((before) => {
      if ((before.get(decision) ?? null) === problem) return before
      const after = new Map(before)
      if (problem === null) after.delete(decision)
      else after.set(decision, problem)
      return after
    })
  }, [])
  const clear = useCallback(() => setOpenMap(new Map()), [])
  return { problems: [...open.values()], problemOf: (decision) => open.get(decision) ?? null, setOpen, clear }
}
