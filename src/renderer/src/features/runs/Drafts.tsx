import { notifications } from '@mantine/notifications'
import { IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import type { DraftRow } from '../../../../shared/offboarding/contract.ts'
import { AllowedButton } from '../../components/AllowedButton/AllowedButton.tsx'
import { AllowedIcon } from '../../components/AllowedButton/AllowedIcon.tsx'
import { showProblem } from '../../components/ErrorAlert/showProblem.ts'
import { ErrorAlert } from '../../components/ErrorAlert/ErrorAlert.tsx'
import { keepFocus } from '../../components/PageHeader/keepFocus.ts'
import { Truncated } from '../../components/Truncated/Truncated.tsx'
import { homeQueries } from '../../data/home.ts'
import { refresh } from '../../data/routeQuery.ts'
import { formatDateTime } from '../../format/dates.ts'
import { formatCount } from '../../format/numbers.ts'
import { call } from '../../ipc/client.ts'
import { presetTitles, stepTitles } from '../../components/WizardStepper/titles.ts'
import { DiscardedDraft } from './DiscardedDraft.tsx'
import classes from './OffboardingHome.module.css'

/** Offboardings that were begun and not started; nothing is shown when there are none. */
export function Drafts() {
  const drafts = useQuery(homeQueries.drafts)
  const discard = useDiscardDraft()
  const [, navigate] = useLocation()
  if (drafts.isError) return <ErrorAlert title="The drafts could not be read" error={drafts.error} />
  if (drafts.data === undefined || drafts.data.length === 0) return null
  return (
    <section className={classes.section} aria-label="Drafts">
      <h2 className={classes.title}>
        Drafts <span className={classes.count}>{formatCount(drafts.data.length)}</span>
      </h2>
      <ul className={classes.list}>
        {drafts.data.map((draft) => (
          <li key={draft.id} className={classes.sideRow}>
            <div className={classes.who}>
              <Truncated text={draft.personName ?? 'Nobody chosen yet'} className={classes.name} />
              <Truncated text={detail(draft)} className={classes.dim} />
            </div>
            <AllowedButton
              permission="offboard"
              variant="default"
              onClick={() => navigate(`/offboard/${draft.id}`)}
              aria-label={`Resume the draft: ${draft.personName ?? 'nobody chosen yet'}`}
            >
              Resume
            </AllowedButton>
            <AllowedIcon
              permission="offboard"
              label="Discard the draft"
              aria-label={`Discard the draft: ${draft.personName ?? 'nobody chosen yet'}`}
              onClick={() => discard.mutate(draft)}
            >
              <IconTrash size={16} />
            </AllowedIcon>
          </li>
        ))}
      </ul>
    </section>
  )
}

function detail({ state, updatedAt }: DraftRow): string {
  const what = state.preset === 'offboard' ? '' : `${presetTitles[state.preset]} · `
  return `${what}${stepTitles[state.active]} · ${formatDateTime(updatedAt)}`
}

/** Discards at once and offers the way back: a question before would be asked too often. */
function useDiscardDraft() {
  const client = useQueryClient()
  const restore = async (draft: DraftRow): Promise<void> => {
    await call('drafts.create', { state: draft.state })
    await refresh(client, ['drafts.list'])
  }
  return useMutation({
    mutationFn: (draft: DraftRow) => call('drafts.discard', { draftId: draft.id }),
    onSuccess: async (_, draft) => {
      notifications.show({
        id: draft.id,
        message: <DiscardedDraft draft={draft} onRestore={() => restore(draft)} />,
      })
      await refresh(client, ['drafts.list'])
      keepFocus()
    },
    onError: (error) => showProblem('The draft was not discarded', error),
  })
}
