import { UnstyledButton } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { isReachable, wizardSteps, type WizardState, type WizardStep } from '../../../../shared/offboarding/wizard.ts'
import { stepTitles } from './titles.ts'
import classes from './WizardStepper.module.css'

export type WizardStepperProps = {
  state: WizardState
  /** Null while nothing can be chosen any more, because the run has begun. */
  onGo: ((step: WizardStep) => void) | null
}

/** Where the administrator is, what is done, and what can be opened. */
export function WizardStepper({ state, onGo }: WizardStepperProps) {
  return (
    <nav aria-label="Steps">
      <ol className={classes.stepper}>
        {wizardSteps.map((step, index) => {
          const active = step === state.active
          const done = state.done.includes(step) && !active
          const open = onGo !== null && step !== 'run' && isReachable(state, step)
          return (
            <li key={step} className={classes.stepItem}>
              <UnstyledButton
                className={classes.step}
                data-active={active || undefined}
                data-done={done || undefined}
                aria-current={active ? 'step' : undefined}
                disabled={!open && !active}
                onClick={() => onGo?.(step)}
              >
                <span className={classes.stepMark}>
                  {done ? <IconCheck size={14} stroke={3} aria-hidden /> : index + 1}
                </span>
                {stepTitles[step]}
                {done && <span className="visuallyHidden">, done</span>}
              </UnstyledButton>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
