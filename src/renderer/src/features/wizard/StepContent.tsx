import type { UseQueryResult } from '@tanstack/react-query'
import type { Dispatch } from 'react'
import type { Inventory } from '../../../../shared/offboarding/inventory.ts'
import type { Plan } from '../../../../shared/offboarding/plan.ts'
import type { WizardAction, WizardState } from '../../../../shared/offboarding/wizard.ts'
import { QueryView } from '../../components/QueryView/QueryView.tsx'
import type { StepProps } from './stepProps.ts'
import type { StartRun } from './useStartRun.ts'
import { AccountStep } from './steps/Account/AccountStep.tsx'
import { KnowStep } from './steps/Know/KnowStep.tsx'
import { NumberStep } from './steps/Number/NumberStep.tsx'
import { PersonStep } from './steps/Person/PersonStep.tsx'
import { ReviewStep } from './steps/Review/ReviewStep.tsx'
import { VoicemailStep } from './steps/Voicemail/VoicemailStep.tsx'

export type StepContentProps = {
  state: WizardState
  dispatch: Dispatch<WizardAction>
  plan: UseQueryResult<Plan>
  inventory: UseQueryResult<Inventory>
  setOpen: StepProps['setOpen']
  kindOf: StepProps['kindOf']
  problemOf: StepProps['problemOf']
  run: StartRun
}

/** The step that is open; every step after the first waits for what hangs on the person. */
export function StepContent(props: StepContentProps) {
  const { state, dispatch, inventory } = props
  if (state.active === 'person') {
    return (
      <PersonStep
        userId={state.userId}
        onChoose={(userId, andContinue) => {
          dispatch({ type: 'personChosen', userId })
          if (andContinue) dispatch({ type: 'stepCompleted' })
        }}
      />
    )
  }
  return (
    <QueryView query={inventory} failed="What hangs on the person could not be read">
      {(found) => <PersonsStep {...props} found={found} />}
    </QueryView>
  )
}

function PersonsStep({ found, ...props }: StepContentProps & { found: Inventory }) {
  const { state, dispatch, plan, setOpen, kindOf, problemOf } = props
  const { active, choices } = state
  const asOf = plan.data?.asOf ?? null
  const effects = plan.data?.effects ?? null
  const step: StepProps = {
    choices,
    inventory: found,
    asOf,
    effects,
    planned: plan.data?.steps ?? [],
    change: (change) => dispatch({ type: 'choicesChanged', step: active, change }),
    setOpen,
    kindOf,
    problemOf,
  }
  switch (active) {
    case 'person':
    case 'know':
      return <KnowStep inventory={found} effects={effects} />
    case 'voicemail':
      return <VoicemailStep {...step} target={props.run.target} />
    case 'number':
      return <NumberStep {...step} />
    case 'account':
      return <AccountStep {...step} />
    case 'review':
    case 'run':
      return <ReviewStep plan={plan} run={props.run} />
  }
}
