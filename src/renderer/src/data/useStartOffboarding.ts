import { useCallback } from 'react'
import { useLocation } from 'wouter'
import type { UserId } from '../../../shared/ids.ts'
import type { Preset } from '../../../shared/offboarding/presets.ts'
import { newWizard } from '../../../shared/offboarding/wizard.ts'
import { call } from '../ipc/client.ts'

export type StartOffboarding = (preset: Preset, userId: UserId | null) => Promise<void>

/** Creates a draft for a menu action and opens the wizard on it. Rejects with AppError when main cannot keep the draft. */
export function useStartOffboarding(): StartOffboarding {
  const [, navigate] = useLocation()
  return useCallback(
    async (preset, userId) => {
      const { draftId } = await call('drafts.create', { state: newWizard(preset, userId) })
      navigate(`/offboard/${draftId}`)
    },
    [navigate],
  )
}
