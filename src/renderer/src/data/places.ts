/** How many rows end with a day or month; the newest first. */
export type Group = { last: string; count: number }
/** Where a row of a long list lies: among those that end with this day or month, after so many. */
export type Place = { last: string; skip: number }

/** Answers for any row of the list in which group it lies. */
export function placesOf(groups: readonly Group[]): (row: number) => Place | null {
  const begins: number[] = []
  let rows = 0
  for (const { count } of groups) {
    begins.push(rows)
    rows += count
  }
  return (row) => {
    if (row < 0 || row >= rows) return null
    let [low, high] = [0, groups.length - 1]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if (begins[middle]! <= row) low = middle
      else high = middle - 1
    }
    return { last: groups[low]!.last, skip: row - begins[low]! }
  }
}
