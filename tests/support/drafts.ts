import type { UserId } from '../../src/shared/ids.ts'
import type { Preset } from '../../src/shared/offboarding/presets.ts'
import { newWizard, wizardReducer, type WizardState } from '../../src/shared/offboarding/wizard.ts'

/** A wizard in which something was chosen, where it was opened. */
export function begunWizard(preset: Preset, person: UserId | null): WizardState {
  return wizardReducer(newWizard(preset, person), {
    type: 'choicesChanged',
    step: 'account',
    change: { leaveGroups: preset !== 'offboard' },
  })
}
