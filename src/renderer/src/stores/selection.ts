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

/** What is still selected when the list becomes another one: all of a list ends with the list that was meant. */
export function keptSelection<Id extends string>(selection: Selection<Id>): Selection<Id> {
  return selection.all ? nothingSelected : selection
}

/** Those that were selected one by one, whatever list they are in. */
export function selectedSingly<Id extends string>({ all, ids }: Selection<Id>): ReadonlySet<Id> {
  return all ? nothingSelected.ids : ids
}

/** How many are selected, in a list of this length. */
export function selectedCount({ all, ids }: Selection<string>, total: number): number {
  return all ? Math.max(0, total - ids.size) : ids.size
}
