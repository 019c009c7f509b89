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

/** What the plan does in one verb and one name: the label of the button that starts it, and the title of its run. */
export function planTitle({ steps, subject }: Plan): string {
  const [undone] = steps
  if (undone?.kind === 'undo') return `${undone.title} · ${subject.name}`
  if (subject.kind === 'messages') return `Save ${subject.name}`
  if (subject.kind === 'extension') {
    const [first, ...others] = steps.filter(({ kind }) => kind !== 'archiveVoicemail')
    return first !== undefined && others.length === 0 ? first.title : `Change extension ${subject.extension}`
  }
  const does = (kind: string): boolean => steps.some((step) => step.kind === kind)
  const { name } = subject
  if (does('delete')) return `Delete ${name}`
  if (does('reset') && does('deactivate')) return `Offboard ${name}`
  if (does('deactivate')) return `Deactivate ${name}`
  if (does('activate')) return `Activate ${name}`
  if (does('reset')) return `Reset extension ${subject.extension ?? subject.userName}`
  return `Run ${steps.length === 1 ? '1 step' : `${steps.length} steps`} for ${name}`
}

/** What must be typed before a deletion: the extension, or the user name of a person without one. */
export function confirmationOf({ subject }: Plan): string {
  return subject.extension ?? referenceOf(subject)
}
