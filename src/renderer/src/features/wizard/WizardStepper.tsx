import { UnstyledButton } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { isReachable, wizardSteps, type WizardState, type WizardStep } from '../../../../shared/offboarding/wizard.ts'
import { stepTitles } from './wording.ts'
import classes from './Wizard.module.css'

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
                aria-label={`${index + 1}. ${stepTitles[step]}${done ? ', done' : ''}`}
                disabled={!open && !active}
                onClick={() => onGo?.(step)}
              >
                <span className={classes.stepMark} aria-hidden>
                  {done ? <IconCheck size={14} stroke={3} /> : index + 1}
                </span>
                {stepTitles[step]}
              </UnstyledButton>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
