import { stringify } from 'csv-stringify/sync'

// Spreadsheets run a cell that begins like this; some take the full-width forms for the same.
const runs = /^['=+\-@\t\r＝＋－＠]/

/**
 * Makes a cell harmless for spreadsheets without losing anything: an apostrophe goes before what would run, and before
 * an apostrophe. Whoever reads the file takes one leading apostrophe away and has the value again.
 */
export function harmlessCell(value: string): string {
  return runs.test(value) ? `'${value}` : value
}

/** What harmlessCell made harmless, as it was. An apostrophe that guards nothing is the text's own. */
export function plainCell(cell: string): string {
  return cell.startsWith("'") && runs.test(cell.slice(1)) ? cell.slice(1) : cell
}

/** The head of a CSV file (RFC 4180, UTF-8) with the byte order mark that spreadsheets need. */
export function csvHead(columns: readonly string[]): string {
  return `\ufeff${stringify([[...columns]], { record_delimiter: 'windows' })}`
}

/** Some rows as CSV, every cell harmless. */
export function csvRows(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((row) => row.map(harmlessCell)),
    { record_delimiter: 'windows' },
  )
}
