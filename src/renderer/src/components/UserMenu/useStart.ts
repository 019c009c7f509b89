import { useCallback } from 'react'
import type { UserId } from '../../../../shared/ids.ts'
import type { Preset } from '../../../../shared/offboarding/presets.ts'
import { useStartOffboarding } from '../../data/useStartOffboarding.ts'
import { showProblem } from '../ErrorAlert/showProblem.ts'

/** Opens the wizard with a preset, for one person or to choose one (null); says so when it cannot. */
export function useStart(): (preset: Preset, userId: UserId | null) => void {
  const start = useStartOffboarding()
  return useCallback(
    (preset, userId) => {
      start(preset, userId).catch((error: unknown) => {
        showProblem('The offboarding could not be started', error)
      })
    },
    [start],
  )
}
