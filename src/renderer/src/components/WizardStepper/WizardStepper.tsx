import { IconCheck } from '@tabler/icons-react'
import { isReachable, wizardSteps, type WizardState, type WizardStep } from '../../../../shared/offboarding/wizard.ts'
import { WhyNot } from '../WhyNot/WhyNot.tsx'
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
          const look = { 'data-active': active || undefined, 'data-done': done || undefined, className: classes.step }
          const content = (
            <>
              <span className={classes.stepMark}>
                {done ? <IconCheck size={14} stroke={3} aria-hidden /> : index + 1}
              </span>
              <span className={classes.stepTitle}>{stepTitles[step]}</span>
              {done && <span className="visuallyHidden">, done</span>}
            </>
          )
          const current = active ? 'step' : undefined
          return (
            <li key={step} className={classes.stepItem}>
              {onGo === null ? (
                <span {...look} aria-current={current}>
                  {content}
                </span>
              ) : (
                <WhyNot reason={open || active ? null : whyNotYet(step)}>
                  {(inert) => (
                    <button type="button" {...look} aria-current={current} onClick={() => onGo(step)} {...inert}>
                      {content}
                    </button>
                  )}
                </WhyNot>
              )}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}

function whyNotYet(step: WizardStep): string {
  return step === 'run' ? 'The run starts with the button of the review' : 'Complete the steps before it first'
}
