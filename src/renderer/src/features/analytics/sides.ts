import { callSide, type AnalyticsPerson, type CallSide } from '../../../../shared/analytics/model.ts'
import type { NamedSide } from '../../stores/analyticsView.ts'

/** Tells one side from another. */
export function keyOf(side: CallSide): string {
  return [side.kind, ...Object.values(side)].join(' ')
}

/** A person with what tells them from others of the name. */
export function namedPerson({ userId, name, extension, gone }: AnalyticsPerson): NamedSide {
  const more = gone ? ', left' : extension === null ? '' : `, ${extension}`
  return { side: { kind: 'person', userId }, label: `${name}${more}` }
}

type Given = { typed: string; people: readonly AnalyticsPerson[]; chosen: NamedSide | null }

/** What the typed text can mean: people, then an extension or numbers; and what is chosen, so that its name shows. */
export function sidesOf({ typed, people, chosen }: Given): NamedSide[] {
  const digits = typed.replaceAll(/[\s().\-/]/g, '')
  const sides = [
    ...people.map(namedPerson),
    ...namedIf({ kind: 'extension', extension: digits }, `Extension ${digits}, as it was`),
    ...namedIf({ kind: 'number', number: digits }, `Numbers from ${digits}…`),
  ]
  const known = new Set(sides.map(({ side }) => keyOf(side)))
  return chosen === null || known.has(keyOf(chosen.side)) ? sides : [...sides, chosen]
}

function namedIf(wanted: unknown, label: string): NamedSide[] {
  const side = callSide.safeParse(wanted)
  return side.success ? [{ side: side.data, label }] : []
}
