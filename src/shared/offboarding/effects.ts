import { z } from 'zod'
import { day } from '../ids.ts'
import type { StepKind } from './action.ts'
import { dataOf } from './data.ts'
import { administrators, datumKind, named, nouns, type Datum, type DatumKind } from './datum.ts'
import type { AnyInventory } from './inventory.ts'

export const fate = z.enum(['kept', 'moved', 'frozen', 'removed', 'removedOn'])
export type Fate = z.infer<typeof fate>

const decision = z.object({
  fate,
  /** Where it goes or lies from now on. */
  where: z.string(),
  until: day.nullable(),
  seenBy: z.string(),
  /** The step that decides it; null when none does. */
  step: z.string().nullable(),
})

/** What becomes of a kind of datum, or of some of its items, and who can still see it. */
export const effect = decision.extend({
  what: datumKind,
  /** What so many of it are called. */
  label: z.string(),
  count: z.int().min(0),
  /** Names of the items when they are few enough to have names: numbers, devices, groups. */
  items: z.array(z.string()),
  /** What earlier steps make of it, the latest first: so it is when the step that decides is not carried out, or undone. */
  otherwise: z.array(decision).optional(),
  /** The step makes it: it is not there yet, and no datum of the inventory. */
  made: z.literal(true).optional(),
})
export type Effect = z.infer<typeof effect>

/** A step's claim on data: the last claim on an item is its fate, because the last step to touch it decides, but for fallbacks. */
export type Claim = {
  what: DatumKind
  /** Keys of the items it is about; all when left out. */
  only?: readonly string[]
  fate: Fate
  where: string
  until?: string
  seenBy: string
  /** Null when it is decided whatever the steps are. */
  step: StepKind | null
  /** An earlier step has left nothing for it: it decides only where no other step does, or where that one is undone. */
  fallback?: true
}

/** Something that a step makes, where no datum says what becomes of it. */
export type Making = { what: DatumKind; name: string; where: string; step: StepKind }

/** claims: those on the item, the one that decides first. */
type Decided = { datum: Datum; key: string; count: number; claims: readonly Claim[] }

/**
 * Gives every datum of the inventory exactly one fate: what no step claims is kept as it is. What the steps make comes
 * last.
 */
export function effectsFrom(
  inventory: AnyInventory,
  claims: readonly Claim[],
  makings: readonly Making[] = [],
): Effect[] {
  const decided = dataOf(inventory).flatMap((datum) => itemsOf(datum).map((item) => decide(datum, item, claims)))
  const groups = new Map<string, Decided[]>()
  for (const one of decided) {
    const group = `${one.datum.what}|${one.claims.map((claim) => claims.indexOf(claim)).join()}`
    groups.set(group, [...(groups.get(group) ?? []), one])
  }
  return [...[...groups.values()].map(toEffect), ...makings.map(toMade)]
}

function itemsOf(datum: Datum): { key: string; count: number }[] {
  return datum.keys.length > 0 ? datum.keys.map((key) => ({ key, count: 1 })) : [{ key: '', count: datum.count }]
}

function decide(datum: Datum, item: { key: string; count: number }, claims: readonly Claim[]): Decided {
  const about = claims
    .filter((one) => one.what === datum.what && (one.only === undefined || one.only.includes(item.key)))
    .toReversed()
    .toSorted((one, other) => Number(one.fallback === true) - Number(other.fallback === true))
  const lastOfStep = about.filter(({ step }, index) => about.findIndex((one) => one.step === step) === index)
  return { datum, ...item, claims: lastOfStep }
}

function toEffect(group: readonly Decided[]): Effect {
  const { datum, claims } = group[0]!
  const [decides, ...earlier] = claims
  const count = group.reduce((sum, one) => sum + one.count, 0)
  return {
    what: datum.what,
    label: named(datum.noun, count),
    count,
    items: group.filter((one) => one.key !== '').map((one) => datum.names[datum.keys.indexOf(one.key)] ?? one.key),
    ...(decides === undefined
      ? { fate: 'kept', where: datum.where, until: null, seenBy: datum.seenBy, step: null }
      : toDecision(decides)),
    ...(earlier.length > 0 && { otherwise: earlier.map(toDecision) }),
  }
}

function toDecision({ fate: becomes, where, until, seenBy, step }: Claim): z.infer<typeof decision> {
  return { fate: becomes, where, until: until ?? null, seenBy, step }
}

function toMade({ what, name, where, step }: Making): Effect {
  return {
    what,
    label: named(nouns[what], 1),
    count: 1,
    items: [name],
    fate: 'kept',
    where,
    until: null,
    seenBy: administrators,
    step,
    made: true,
  }
}
