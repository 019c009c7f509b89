import { Anchor } from '@mantine/core'
import { IconAlertTriangle, IconBan } from '@tabler/icons-react'
import type { Blocker, Warning } from '../../../../../shared/offboarding/findings.ts'
import type { WizardStep } from '../../../../../shared/offboarding/wizard.ts'
import { stepOfBlocker } from '../findingStep.ts'
import { readable } from '../../../components/EffectList/readable.ts'
import { stepTitles } from '../../../components/WizardStepper/titles.ts'
import classes from './ImpactPanel.module.css'

export type FindingsProps = {
  blockers: readonly Blocker[]
  warnings: readonly Warning[]
  active: WizardStep
  onGo: ((step: WizardStep) => void) | null
}

/** What stops the plan and what should be known, each with the way out. */
export function Findings({ blockers, warnings, active, onGo }: FindingsProps) {
  if (blockers.length + warnings.length === 0) return null
  return (
    <ul className={classes.findings}>
      {blockers.map((blocker) => (
        <li key={blocker.message} className={classes.blocker}>
          <IconBan size={16} aria-hidden />
          <div>
            <strong>Blocked. {readable(blocker.message)}</strong> {blocker.remedy}{' '}
            <MendLink step={stepOfBlocker(blocker.code)} active={active} onGo={onGo} />
          </div>
        </li>
      ))}
      {warnings.map((warning) => (
        <li key={warning.message} className={classes.warning}>
          <IconAlertTriangle size={16} aria-hidden />
          <div>
            <strong>{readable(warning.message)}</strong> {warning.remedy}
          </div>
        </li>
      ))}
    </ul>
  )
}

function MendLink({
  step,
  active,
  onGo,
}: {
  step: WizardStep | null
  active: WizardStep
  onGo: FindingsProps['onGo']
}) {
  if (step === null || step === active || onGo === null) return null
  return (
    <Anchor component="button" type="button" size="xs" underline="always" onClick={() => onGo(step)}>
      Open {stepTitles[step]}
    </Anchor>
  )
}
