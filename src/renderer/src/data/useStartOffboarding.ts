import { useCallback } from 'react'
import { useLocation } from 'wouter'
import type { UserId } from '../../../shared/ids.ts'
import type { Preset } from '../../../shared/offboarding/presets.ts'
import { call } from '../ipc/client.ts'

export type StartOffboarding = (preset: Preset, userId: UserId | null) => Promise<void>

/** Creates a draft for a menu action and opens the wizard on it. Rejects with AppError when main cannot keep the draft. */
export function useStartOffboarding(): StartOffboarding {
  const [, navigate] = useLocation()
  return useCallback(
    async (preset, userId) => {
      // Fetched when it is needed: with it comes the reading of choices, which the first page does without.
      const { newWizard } = await import('../../../shared/offboarding/wizard.ts')
      const { draftId } = await call('drafts.create', { state: newWizard(preset, userId) })
      navigate(`/offboard/${draftId}`)
    },
    [navigate],
  )
}
