/** Rows one by one; or, with all, every row of the list but these. */
export type Selection<Id extends string> = { all: boolean; ids: ReadonlySet<Id> }

export const nothingSelected: Selection<never> = { all: false, ids: new Set<never>() }
export const everythingSelected: Selection<never> = { all: true, ids: new Set<never>() }

export function isSelected<Id extends string>({ all, ids }: Selection<Id>, id: Id): boolean {
  return all !== ids.has(id)
}

export function toggled<Id extends string>({ all, ids }: Selection<Id>, id: Id): Selection<Id> {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return { all, ids: next }
}

/** A range selected as well. */
export function widened<Id extends string>({ all, ids }: Selection<Id>, range: readonly Id[]): Selection<Id> {
  const next = new Set(ids)
  for (const id of range) {
    if (all) next.delete(id)
    else next.add(id)
  }
  return { all, ids: next }
}

/** How many of a list of this length are selected. */
export function selectedCount({ all, ids }: Selection<string>, total: number): number {
  return all ? Math.max(0, total - ids.size) : ids.size
}
