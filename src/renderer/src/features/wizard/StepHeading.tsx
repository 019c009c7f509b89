import { useEffect, useRef } from 'react'
import type { WizardStep } from '../../../../shared/offboarding/wizard.ts'
import { stepTitles } from '../../components/WizardStepper/titles.ts'
import classes from './Wizard.module.css'

/**
 * Takes the focus when its step opens, so that the step is read out; give it the step as its key. In the first step the
 * search field has it: whoever opens the wizard types a name.
 */
export function StepHeading({ step }: { step: WizardStep }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (step !== 'person') heading.current?.focus()
  }, [step])
  return (
    <h2 ref={heading} tabIndex={-1} className={classes.heading}>
      {stepTitles[step]}
    </h2>
  )
}
