import { useEffect, useRef } from 'react'
import type { WizardStep } from '../../../../shared/offboarding/wizard.ts'
import { stepTitles } from '../../components/WizardStepper/titles.ts'
import classes from './Wizard.module.css'

/** Takes the focus when its step opens, so that the step is read out; give it the step as its key. */
export function StepHeading({ step }: { step: WizardStep }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <h2 ref={heading} tabIndex={-1} className={classes.heading}>
      {stepTitles[step]}
    </h2>
  )
}
