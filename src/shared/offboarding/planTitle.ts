import type { Plan } from './plan.ts'

/** What a plan does in one verb and one name: the label of the button that starts it, and what its run is called everywhere. */
export function planTitle({ steps, subject }: Pick<Plan, 'steps' | 'subject'>): string {
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
