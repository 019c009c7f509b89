import {
  keepPreviousData,
  useQueries,
  useQuery,
  type QueryClient,
  type QueryKey,
  type UseQueryOptions,
  type UseQueryResult,
} from '@tanstack/react-query'
import { useCallback, useState } from 'react'

/** The rows of a long list that are on the screen, and some around them. */
export type Visible = { first: number; last: number }

/** Rows that are asked for at once: more than a screen, and still one fast answer. */
export const pageSize = 50

/** The rows of whole pages. */
export function wholePages(first: number, last: number): Visible {
  return { first: first - (first % pageSize), last: last - (last % pageSize) + pageSize - 1 }
}

/** The pages on the screen, from the one with this row; the list is drawn again for them only when they are others. */
export function useVisible(row = 0): [Visible, (next: Visible) => void] {
  const [visible, setVisible] = useState(() => wholePages(row, row))
  const show = useCallback(
    (next: Visible): void => setVisible((now) => (now.first === next.first && now.last === next.last ? now : next)),
    [],
  )
  return [visible, show]
}

/** A page as main is asked for it. */
export function pageNumbered(page: number): { offset: number; limit: number } {
  return { offset: page * pageSize, limit: pageSize }
}

/** How a long list is read: the question for a page, and the rows in its answer. */
export type Pages<Answer, Row, Key extends QueryKey> = {
  page: (number: number) => UseQueryOptions<Answer, Error, Answer, Key>
  rowsIn: (answer: Answer) => readonly Row[]
  /** The answer before must never stand in for the next, not for a moment. */
  strict?: true
}

/** The first page; that of the question before stays until it is there. */
export function useFirstPage<Answer, Row, Key extends QueryKey>({ page, strict }: Pages<Answer, Row, Key>) {
  return useQuery({ ...page(0), ...(strict === undefined && { placeholderData: keepPreviousData }) })
}

/** What stands at a place of the list; only the pages around the visible rows are read. */
export function useRowAt<Answer, Row, Key extends QueryKey>(
  { page, rowsIn }: Pages<Answer, Row, Key>,
  { head, total, visible }: { head: Pick<UseQueryResult<Answer>, 'data'>; total: number; visible: Visible },
): (index: number) => Row | undefined {
  const numbers = pagesAround(visible, total)
  const others = useQueries({ queries: numbers.map(page) })
  return (index) => {
    const number = Math.floor(index / pageSize)
    const answer = number === 0 ? head.data : others[numbers.indexOf(number)]?.data
    return answer === undefined ? undefined : rowsIn(answer)[index % pageSize]
  }
}

/** A list whose every answer says how many rows there are. */
export function useList<Answer extends { total: number }, Row, Key extends QueryKey>(
  pages: Pages<Answer, Row, Key>,
  visible: Visible,
) {
  const head = useFirstPage(pages)
  const total = head.data?.total ?? 0
  const rowAt = useRowAt(pages, { head, total, visible })
  return { head, total, rowAt }
}

/** The rows of a range, also those that were never on the screen. */
export async function rowsBetween<Answer, Row, Key extends QueryKey>(
  client: QueryClient,
  { page, rowsIn }: Pages<Answer, Row, Key>,
  { first, last }: Visible,
): Promise<Row[]> {
  const rows: Row[] = []
  const start = Math.floor(first / pageSize)
  for (let number = start; number * pageSize <= last; number += 1)
    rows.push(...rowsIn(await client.fetchQuery(page(number))))
  return rows.slice(first - start * pageSize, last + 1 - start * pageSize)
}

/**
 * The numbers of the pages with visible rows, without the first, which is always read. Once the list is scrolled also of
 * those beside them, which come next; a search does not ask for what is seldom looked at.
 */
export function pagesAround({ first, last }: Visible, total: number): number[] {
  const [from, to] = [Math.floor(first / pageSize), Math.floor(last / pageSize)]
  return from === 0 ? pagesBetween(1, to, total) : pagesBetween(Math.max(1, from - 1), to + 1, total)
}

function pagesBetween(from: number, last: number, total: number): number[] {
  const to = Math.min(last, Math.floor((total - 1) / pageSize))
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)
}
