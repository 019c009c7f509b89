import type { Plan } from '../../../../shared/offboarding/plan.ts'
import type { Preset } from '../../../../shared/offboarding/presets.ts'
import { referenceOf } from '../../../../shared/offboarding/subject.ts'
import type { WizardStep } from '../../../../shared/offboarding/wizard.ts'

export const stepTitles: Readonly<Record<WizardStep, string>> = {
  person: 'Person',
  know: 'What to know',
  voicemail: 'Voicemail',
  number: 'Number',
  account: 'Account',
  review: 'Review',
  run: 'Run',
}

export const presetTitles: Readonly<Record<Preset, string>> = {
  offboard: 'Offboard a person',
  reset: 'Reset to default settings',
  deactivate: 'Deactivate a user',
  activate: 'Activate a user',
  delete: 'Delete an account',
}

/** What must be typed before a deletion: the extension, or the user name of a person without one. */
export function confirmationOf({ subject }: Plan): string {
  return subject.extension ?? referenceOf(subject)
}
