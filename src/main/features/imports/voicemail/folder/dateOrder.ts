import type { SourceField } from '../../../../../shared/imports/contract.ts'

/** Which number comes first in 3/4/2026. */
export type DateOrder = 'day first' | 'month first'
const orders = ['day first', 'month first'] as const

/** A day and a month as numbers with slashes or hyphens; with dots the day is always first. */
const written = /^\s*'?(\d{1,2})([/-])(\d{1,2})\2\d{4}\b/

/**
 * The order that all dates of a column show together: one of them has a number above 12. Null when none has, or when they
 * contradict each other.
 */
export async function guessDateOrder(texts: AsyncIterable<string>): Promise<DateOrder | null> {
  const shown = new Set<DateOrder>()
  for await (const text of texts) {
    const [, first, , second] = written.exec(text) ?? []
    if (Number(first) > 12) shown.add('day first')
    if (Number(second) > 12) shown.add('month first')
  }
  return shown.size === 1 ? [...shown][0]! : null
}

/** The order that an answer names, or null. */
export function dateOrderOf(answer: string | undefined): DateOrder | null {
  return orders.find((order) => order === answer) ?? null
}

export function dateOrderField(order: DateOrder | null): SourceField {
  return {
    key: 'dates',
    label: 'Dates such as 3/4/2026',
    value: order ?? '',
    choices: ['', ...orders],
    none: 'Not clear',
  }
}
