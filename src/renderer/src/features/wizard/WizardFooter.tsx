import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react'
import type { UseQueryResult } from '@tanstack/react-query'
import type { Plan } from '../../../../shared/offboarding/plan.ts'
import { AllowedButton } from '../../components/AllowedButton/AllowedButton.tsx'
import { StartRunBar } from './steps/Review/StartRunBar.tsx'
import type { StartRun } from './useStartRun.ts'
import classes from './Wizard.module.css'

export type WizardFooterProps = {
  back: (() => void) | null
  /** Null on the last step, where the run is started instead. */
  forward: (() => void) | null
  /** Why Continue did not go on. */
  problem: string | null
  plan: UseQueryResult<Plan>
  run: StartRun
}

/** Back and Continue; on the review, the button that starts the run. */
export function WizardFooter({ back, forward, problem, plan, run }: WizardFooterProps) {
  return (
    <footer className={classes.footer}>
      <AllowedButton
        variant="default"
        leftSection={<IconArrowLeft size={16} aria-hidden />}
        unavailable={back === null ? 'This is the first step' : null}
        tip="Alt+Left"
        onClick={() => back?.()}
      >
        Back
      </AllowedButton>
      <span role="alert" className={classes.problem}>
        {problem}
      </span>
      {forward === null ? (
        <StartRunBar plan={plan} run={run} />
      ) : (
        <AllowedButton rightSection={<IconArrowRight size={16} aria-hidden />} tip="Alt+Right" onClick={forward}>
          Continue
        </AllowedButton>
      )}
    </footer>
  )
}
