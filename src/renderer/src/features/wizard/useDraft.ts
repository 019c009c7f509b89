import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useReducer, useRef, useState, type Dispatch } from 'react'
import type { DraftRow } from '../../../../shared/offboarding/contract.ts'
import { wizardReducer, type WizardAction, type WizardState } from '../../../../shared/offboarding/wizard.ts'
import { refresh } from '../../data/routeQuery.ts'
import { call } from '../../ipc/client.ts'

/** Typing and clicking settle for this long before the draft is written. */
const settleMilliseconds = 400

export type Draft = {
  state: WizardState
  dispatch: Dispatch<WizardAction>
  /** Why the last choices are not kept, or null. */
  problem: string | null
  /** Ends saving: the draft has become a run. */
  close: () => void
}

/** The wizard's state, written to its draft: soon after a choice, at once at a change of step and when the page goes. */
export function useDraft(draft: DraftRow): Draft {
  const client = useQueryClient()
  const [state, dispatch] = useReducer(wizardReducer, draft.state)
  const [problem, setProblem] = useState<string | null>(null)
  const kept = useRef<WizardState | null>(draft.state)
  const latest = useRef(state)

  const save = useCallback(() => {
    const next = latest.current
    if (next === kept.current) return
    kept.current = next
    call('drafts.save', { draftId: draft.id, state: next }).then(
      () => {
        setProblem(null)
        return refresh(client, ['drafts.list'])
      },
      (error: unknown) => {
        kept.current = null
        setProblem(error instanceof Error ? error.message : String(error))
      },
    )
  }, [client, draft.id])

  useEffect(() => {
    latest.current = state
    if (state.active !== kept.current?.active) {
      save()
      return undefined
    }
    const timer = setTimeout(save, settleMilliseconds)
    return () => clearTimeout(timer)
  }, [state, save])
  useEffect(() => {
    window.addEventListener('beforeunload', save)
    return () => {
      window.removeEventListener('beforeunload', save)
      save()
    }
  }, [save])

  const close = useCallback(() => {
    kept.current = latest.current
  }, [])
  return { state, dispatch, problem, close }
}
