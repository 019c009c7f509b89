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

/** A long list of which only the pages around the visible rows are read. */
export type LongList<Row> = {
  /** False as long as nothing is read. */
  loaded: boolean
  /** The rows are those of the question before. */
  changing: boolean
  /** Undefined while it is counted. */
  counted: number | undefined
  /** How many rows are known of. */
  total: number
  rowAt: (index: number) => Row | undefined
  onVisible: (visible: Visible) => void
}

/** The pages on the screen, from the one with this row; the list is drawn again for them only when they are others. */
export function useVisible(row: number): [Visible, (next: Visible) => void] {
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

/** Whether the list on the page shows no row; false as long as it is not read. It asks nothing itself. */
export function useIsEmpty<Answer, Row, Key extends QueryKey>({
  page,
  rowsIn,
  strict,
}: Pages<Answer, Row, Key>): boolean {
  const { data } = useQuery({
    ...page(0),
    ...(strict === undefined && { placeholderData: keepPreviousData }),
    enabled: false,
    select: (answer) => rowsIn(answer).length === 0,
  })
  return data ?? false
}

type Head<Answer> = Pick<UseQueryResult<Answer>, 'data' | 'isPlaceholderData'>
type Counted<H> = { head: H; counted: number | undefined; row: number }

/** The list that begins with this head, from its page with this row. */
export function useRows<Answer, Row, Key extends QueryKey, H extends Head<Answer>>(
  { page, rowsIn }: Pages<Answer, Row, Key>,
  { head, counted, row }: Counted<H>,
): { head: H; list: LongList<Row> } {
  const [visible, onVisible] = useVisible(row)
  const { data, isPlaceholderData: changing } = head
  const total = data === undefined ? 0 : (counted ?? rowsIn(data).length)
  const numbers = pagesAround(visible, total)
  const others = useQueries({ queries: numbers.map(page) })
  const rowAt = (index: number): Row | undefined => {
    const number = Math.floor(index / pageSize)
    const answer = number === 0 ? data : others[numbers.indexOf(number)]?.data
    return answer === undefined ? undefined : rowsIn(answer)[index % pageSize]
  }
  return { head, list: { loaded: data !== undefined, changing, counted, total, rowAt, onVisible } }
}

/** A list whose every answer says how many rows there are. row: which one it is opened at. */
export function useList<Answer extends { total: number }, Row, Key extends QueryKey>(
  pages: Pages<Answer, Row, Key>,
  row: number,
) {
  const head = useFirstPage(pages)
  return useRows(pages, { head, counted: head.data?.total, row })
}

type Total = { total: number }

/** A list whose answers leave a total that takes its time to a count of its own, which comes a moment after the rows. */
export function useListCountedLater<
  Answer extends { total: number | null },
  Row,
  Key extends QueryKey,
  K extends QueryKey,
>(pages: Pages<Answer, Row, Key>, count: UseQueryOptions<Total, Error, Total, K>, row: number) {
  const head = useFirstPage(pages)
  const uncounted = head.data?.total === null && !head.isPlaceholderData
  const { data } = useQuery({ ...count, enabled: uncounted })
  const known = head.data?.total ?? (uncounted ? data?.total : undefined)
  // The rows of the question before keep their count: each row would be drawn anew for a list that gets shorter meanwhile.
  const [before, setBefore] = useState(known)
  if (!head.isPlaceholderData && before !== known) setBefore(known)
  return useRows(pages, { head, counted: head.isPlaceholderData ? before : known, row })
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
