import { expect, it } from 'vitest'
import { readTodayText } from './readToday.ts'

const gigabyte = 1_100_000_000

it.each([
  [0, gigabyte, 'the daily check has not run yet today'],
  [300_000_000, gigabyte, '300 MB read today, of at most 1.1 GB'],
  [gigabyte, gigabyte, '1.1 GB read today, as much as a day needs'],
  [2 * gigabyte, gigabyte, '2.2 GB read today, as much as a day needs'],
])('%d bytes of %d are said as "%s"', (read, most, said) => {
  expect(readTodayText(read, most)).toBe(said)
})
