/** The rows of a long list that are on the screen, and some around them. */
export type Visible = { first: number; last: number }

/** The numbers of the pages around the visible rows, without the first, which is always read. */
export function pagesAround({ first, last }: Visible, total: number, pageSize: number): number[] {
  const from = Math.max(1, Math.floor(first / pageSize))
  const to = Math.floor(Math.min(last, total - 1) / pageSize)
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)
}
