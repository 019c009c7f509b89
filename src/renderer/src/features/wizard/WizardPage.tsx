import { useParams } from 'wouter'

/** The offboarding wizard on one draft. Route #/offboard/:draftId. */
export function WizardPage() {
  const { draftId } = useParams<{ draftId: string }>()
  return <h1>Draft {draftId}</h1>
}
