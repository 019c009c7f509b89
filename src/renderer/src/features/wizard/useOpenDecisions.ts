import { useCallback } from 'react'
import type { WizardStep } from '../../../../shared/offboarding/wizard.ts'
import { useKeepOpen, useOpen } from '../../stores/openDecisions.ts'

export type OpenDecisions = {
  /** Why Continue must wait on this step, in the order in which it arose. */
  problems: string[]
  /** The same of all steps. */
  waiting: string[]
  problemOf: (decision: string) => string | null
  kindOf: (decision: string) => string | null
  setOpen: (decision: string, problem: string | null, kind?: string) => void
}

/**
 * Decisions that were begun and lack something ("Reassign", but to which extension?). They are not part of the plan, so
 * Continue waits for them: otherwise the plan would say something else than the screen. They outlive the step, so that who
 * comes back to it finds them as they were.
 */
export function useOpenDecisions(of: string, step: WizardStep): OpenDecisions {
  const open = useOpen(of)
  const keep = useKeepOpen()
  const setOpen = useCallback(
    (decision: string, problem: string | null, kind = '') =>
      keep(of, decision, problem === null ? null : { step, kind, problem }),
    [keep, of, step],
  )
  const all = Object.values(open)
  return {
    problems: all.flatMap((one) => (one.step === step ? [one.problem] : [])),
    waiting: all.map(({ problem }) => problem),
    problemOf: (decision) => open[decision]?.problem ?? null,
    kindOf: (decision) => open[decision]?.kind ?? null,
    setOpen,
  }
}
