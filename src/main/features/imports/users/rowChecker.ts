import type { RowProblem, UserColumn } from '../../../../shared/imports/contract.ts'
import type { ReadDb } from '../../../db/sql.ts'
import { cellText, checkCell } from './cells.ts'
import type { Checked } from './checked.ts'
import type { CsvRow } from './csvRows.ts'
import { splitFullName } from './fullName.ts'
import { createSeenValues, type SeenValues } from './seenValues.ts'
import { prepareTaken } from './takenRepository.ts'

export type UserValues = Readonly<Record<UserColumn, string>>
export type CheckedRow = { line: number; values: UserValues; problems: RowProblem[] }

/** Columns whose value belongs to one person only. */
const uniqueColumns = ['userName', 'extensionNumber', 'phoneNumber'] as const
type UniqueColumn = (typeof uniqueColumns)[number]

/** Checks batch after batch: each cell, the row as a whole, against the rows before it, and against the database. */
export function createRowChecker(db: ReadDb, columns: number, positions: ReadonlyMap<UserColumn, number>) {
  const findTaken = prepareTaken(db)
  const zones = new Map<string, Checked>()
  const seen = {
    userName: createSeenValues(),
    extensionNumber: createSeenValues(),
    phoneNumber: createSeenValues(),
  }
  const check = (rows: readonly CsvRow[]): CheckedRow[] => {
    const checked = rows.map((row) => checkRow(row, columns, positions, zones))
    const keys = (column: UniqueColumn): string[] =>
      checked.map((row) => keyOf(row, column)).filter((key) => key !== '')
    const taken = findTaken({
      userName: keys('userName'),
      extensionNumber: keys('extensionNumber'),
      phoneNumber: keys('phoneNumber'),
    })
    for (const row of checked) for (const column of uniqueColumns) checkUnique(row, column, seen[column], taken[column])
    return checked
  }
  const forget = (): void => {
    for (const column of uniqueColumns) seen[column].forget()
  }
  return { check, forget }
}

function checkRow(
  { line, cells }: CsvRow,
  columns: number,
  positions: ReadonlyMap<UserColumn, number>,
  zones: Map<string, Checked>,
): CheckedRow {
  if (cells.length !== columns) {
    const reason = `The row has ${cells.length} cells and the header has ${columns}.`
    return { line, values: emptyRow(), problems: [{ line, column: null, reason }] }
  }
  const problems: RowProblem[] = []
  const refuse = (column: UserColumn, reason: string): void => void problems.push({ line, column, reason })
  const values = readCells(cells, positions, zones, refuse)
  if (values.phoneNumber !== '' && values.extensionNumber === '')
    refuse('phoneNumber', 'The row has a phone number and no extension. A phone number belongs to an extension.')
  return { line, values, problems }
}

/** What counts as the same value; empty when there is none. */
function keyOf({ values }: CheckedRow, column: UniqueColumn): string {
  return column === 'userName' ? values.userName.toLowerCase() : values[column]
}

function checkUnique(
  row: CheckedRow,
  column: UniqueColumn,
  seen: SeenValues,
  taken: ReadonlyMap<string, string>,
): void {
  const key = keyOf(row, column)
  if (key === '') return
  const { line, values, problems } = row
  const earlier = seen.earlierLine(key, line)
  if (earlier !== null) problems.push({ line, column, reason: `"${values[column]}" stands in line ${earlier} too.` })
  const reason = taken.get(key)
  if (reason !== undefined) problems.push({ line, column, reason })
}

function readCells(
  cells: readonly string[],
  positions: ReadonlyMap<UserColumn, number>,
  zones: Map<string, Checked>,
  refuse: (column: UserColumn, reason: string) => void,
): UserValues {
  const values = emptyRow()
  const inOne = positions.has('firstName') && positions.get('firstName') === positions.get('lastName')
  for (const column of Object.keys(checkCell) as UserColumn[]) {
    const position = positions.get(column)
    if (position === undefined) continue
    const text = cellText(cells[position] ?? '')
    const isName = inOne && (column === 'firstName' || column === 'lastName')
    const checked = isName
      ? checkName(column, text)
      : column === 'timezone'
        ? checkZone(zones, text)
        : checkCell[column](text)
    if ('value' in checked) values[column] = checked.value
    else refuse(column, text === '' ? `The cell ${checked.reason}.` : `"${shortened(text)}" ${checked.reason}.`)
  }
  return values
}

/** The part of a cell with first and last name that a column takes. */
function checkName(column: 'firstName' | 'lastName', text: string): Checked {
  const names = splitFullName(text)
  if (names !== null) return checkCell[column](names[column])
  if (text === '' || column === 'lastName') return checkCell[column](text)
  return { reason: 'is one word, not a first and a last name' }
}

/** The system takes a fifth of a millisecond to look up a zone; a file has few. */
function checkZone(zones: Map<string, Checked>, text: string): Checked {
  const checked = zones.get(text) ?? checkCell.timezone(text)
  zones.set(text, checked)
  return checked
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

function emptyRow(): Record<UserColumn, string> {
  return {
    userName: '',
    firstName: '',
    lastName: '',
    primaryEmail: '',
    extensionNumber: '',
    phoneNumber: '',
    site: '',
    department: '',
    jobTitle: '',
    timezone: '',
    status: 'ACTIVE',
    leavesOn: '',
  }
}
