import { IconShieldCheck } from '@tabler/icons-react'
import type { PlanStep } from '../../../../../../shared/offboarding/plan.ts'
import { readable } from '../../../../components/EffectList/readable.ts'
import { UndoMark } from '../../UndoMark.tsx'
import classes from './ReviewStep.module.css'

/** The steps in the order of the run, with the line that nothing crosses before the archive is proven. */
export function PlanSteps({ steps }: { steps: readonly PlanStep[] }) {
  const pivot = steps.findIndex((step) => step.reversibility === 'pivot')
  return (
    <div>
      <h3 className={classes.title}>Steps, in this order</h3>
      <ol className={classes.steps}>
        {steps.map((step, index) => (
          <li key={`${step.kind} ${step.title}`} className={classes.step} data-pivot={index === pivot || undefined}>
            <span className={classes.number} aria-hidden>
              {index + 1}
            </span>
            <span className={classes.what}>{readable(step.title)}</span>
            <UndoMark undo={step.reversibility} />
            {index === pivot && pivot < steps.length - 1 && (
              <span className={classes.pivot}>
                <IconShieldCheck size={16} aria-hidden />
                Nothing below this line runs before the archive is proven.
              </span>
            )}
          </li>
        ))}
      </ol>
    </div>
  )
}
