import { useQuery } from '@tanstack/react-query'
import { useParams } from 'wouter'
import { draftId as draftIdSchema } from '../../../../shared/ids.ts'
import { ErrorAlert } from '../../components/ErrorAlert/ErrorAlert.tsx'
import { PageBody } from '../../components/PageHeader/PageBody.tsx'
import { PageHeader } from '../../components/PageHeader/PageHeader.tsx'
import { SkeletonRows } from '../../components/QueryView/SkeletonRows.tsx'
import { routeQuery } from '../../data/routeQuery.ts'
import { Wizard } from './Wizard.tsx'

/** The offboarding wizard on one draft. Route #/offboard/:draftId. */
export function WizardPage() {
  const params = useParams<{ draftId: string }>()
  const draftId = draftIdSchema.parse(params.draftId)
  // Once it is open the wizard owns the state, so the answer is not kept for the next time.
  const draft = useQuery({ ...routeQuery('drafts.open', { draftId }), gcTime: 0 })
  if (draft.data !== undefined) return <Wizard key={draft.data.id} draft={draft.data} />
  if (!draft.isError) return <SkeletonRows />
  return (
    <>
      <PageHeader title="Draft" back={{ href: '/offboarding', label: 'Offboarding' }} />
      <PageBody>
        <ErrorAlert title="The draft cannot be opened" error={draft.error} />
      </PageBody>
    </>
  )
}
