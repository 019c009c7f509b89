import { Anchor } from '@mantine/core'
import type { Blocker } from '../../../../../shared/offboarding/findings.ts'
import type { WizardStep } from '../../../../../shared/offboarding/wizard.ts'
import { stepTitles } from '../../../components/WizardStepper/titles.ts'
import { stepOfBlocker } from '../findingStep.ts'

export type MendLinkProps = { blocker: Blocker; active: WizardStep; onGo: ((step: WizardStep) => void) | null }

/** Opens the step of the wizard in which a blocker can be mended, unless it is open. */
export function MendLink({ blocker, active, onGo }: MendLinkProps) {
  const step = stepOfBlocker(blocker.code)
  if (step === null || step === active || onGo === null) return null
  return (
    <Anchor component="button" type="button" size="xs" onClick={() => onGo(step)}>
      Open {stepTitles[step]}
    </Anchor>
  )
}
