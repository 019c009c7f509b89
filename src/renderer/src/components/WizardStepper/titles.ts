import type { Plan } from '../../../../shared/offboarding/plan.ts'
import type { Preset } from '../../../../shared/offboarding/presets.ts'
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

/** What the plan does in one verb and one name: the label of the button that starts it, and the title of its run. */
export function planTitle({ steps, choices, person }: Plan): string {
  const does = (kind: string): boolean => steps.some((step) => step.kind === kind)
  if (choices.delete) return `Delete ${person.name}`
  if (does('reset') && does('deactivate')) return `Offboard ${person.name}`
  if (does('deactivate')) return `Deactivate ${person.name}`
  if (does('activate')) return `Activate ${person.name}`
  if (does('reset')) return `Reset extension ${person.extension ?? person.userName}`
  return `Run ${steps.length === 1 ? '1 step' : `${steps.length} steps`} for ${person.name}`
}

/** What must be typed before a deletion: the extension, or the user name of a person without one. */
export function confirmationOf({ person }: Plan): string {
  return person.extension ?? person.userName
}
