import { useCallback, useRef } from 'react'
import { useLocation } from 'wouter'
import type { DraftId, UserId } from '../../../shared/ids.ts'
import type { Preset } from '../../../shared/offboarding/presets.ts'
import { call } from '../ipc/client.ts'

export type StartOffboarding = (preset: Preset, userId: UserId | null) => Promise<void>

/** Creates a draft for a menu action and opens the wizard on it. Rejects with AppError when main cannot keep the draft. */
export function useStartOffboarding(): StartOffboarding {
  const [, navigate] = useLocation()
  // A double click is one wish, not two drafts.
  const starting = useRef(false)
  return useCallback(
    async (preset, userId) => {
      if (starting.current) return
      starting.current = true
      try {
        navigate(`/offboard/${await createDraft(preset, userId)}`)
      } finally {
        starting.current = false
      }
    },
    [navigate],
  )
}

async function createDraft(preset: Preset, userId: UserId | null): Promise<DraftId> {
  // Fetched when it is needed: with it comes the reading of choices, which the first page does without.
  const { newWizard } = await import('../../../shared/offboarding/wizard.ts')
  const { draftId } = await call('drafts.create', { state: newWizard(preset, userId) })
  return draftId
}
