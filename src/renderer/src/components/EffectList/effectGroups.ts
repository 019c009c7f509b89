import type { Effect, Fate } from '../../../../shared/offboarding/effects.ts'

/** What cannot be taken back comes first. */
export const fateOrder = ['removed', 'removedOn', 'frozen', 'moved', 'kept'] as const satisfies readonly Fate[]

/** Effects of one fate; what is removed on a day stands under that day. */
export type EffectGroup = { fate: Fate; until: string | null; effects: Effect[] }

/** The effects by fate; a fate that nothing has is left out. */
export function effectGroups(effects: readonly Effect[]): EffectGroup[] {
  return fateOrder.flatMap((fate): EffectGroup[] => {
    const alike = effects.filter((effect) => effect.fate === fate)
    if (fate !== 'removedOn') return alike.length === 0 ? [] : [{ fate, until: null, effects: alike }]
    return [...new Set(alike.map((effect) => effect.until))].map((until) => ({
      fate,
      until,
      effects: alike.filter((effect) => effect.until === until),
    }))
  })
}
