import type { RowProblem, UserColumn } from '../../../../shared/imports/contract.ts'
import type { ReadDb } from '../../../db/sql.ts'
import { cellText, checkCell, type Checked } from './cells.ts'
import type { CsvRow } from './csvRows.ts'
import { prepareLookups } from './takenRepository.ts'

export type UserValues = Readonly<Record<UserColumn, string>>
export type CheckedRow = { line: number; values: UserValues; problems: readonly RowProblem[] }

/** Columns whose value belongs to one person only, and what counts as the same. */
const uniqueColumns = {
  userName: (value: string) => value.toLowerCase(),
  extensionNumber: (value: string) => value,
  phoneNumber: (value: string) => value,
} as const

/** Checks row after row: each cell, the row as a whole, against the rows before it, and against the database. */
export function createRowChecker(db: ReadDb, columns: number, positions: ReadonlyMap<UserColumn, number>) {
  const lookups = prepareLookups(db)
  const zones = new Map<string, Checked>()
  const seen = {
    userName: new Map<string, number>(),
    extensionNumber: new Map<string, number>(),
    phoneNumber: new Map<string, number>(),
  }
  return ({ line, cells }: CsvRow): CheckedRow => {
    if (cells.length !== columns) {
      const reason = `The row has ${cells.length} cells and the header has ${columns}.`
      return { line, values: emptyRow(), problems: [{ line, column: null, reason }] }
    }
    const problems: RowProblem[] = []
    const refuse = (column: UserColumn, reason: string): void => void problems.push({ line, column, reason })
    const values = readCells(cells, positions, zones, refuse)
    if (values.phoneNumber !== '' && values.extensionNumber === '')
      refuse('phoneNumber', 'The row has a phone number and no extension. A phone number belongs to an extension.')
    for (const column of ['userName', 'extensionNumber', 'phoneNumber'] as const) {
      const key = uniqueColumns[column](values[column])
      if (key === '') continue
      const earlier = seen[column].get(key)
      if (earlier === undefined) seen[column].set(key, line)
      else refuse(column, `"${values[column]}" stands in line ${earlier} too.`)
      const taken = lookups[column](values[column])
      if (taken !== null) refuse(column, taken)
    }
    return { line, values, problems }
  }
}

function readCells(
  cells: readonly string[],
  positions: ReadonlyMap<UserColumn, number>,
  zones: Map<string, Checked>,
  refuse: (column: UserColumn, reason: string) => void,
): UserValues {
  const values = emptyRow()
  for (const column of Object.keys(checkCell) as UserColumn[]) {
    const position = positions.get(column)
    if (position === undefined) continue
    const text = cellText(cells[position] ?? '')
    const checked = column === 'timezone' ? checkZone(zones, text) : checkCell[column](text)
    if ('value' in checked) values[column] = checked.value
    else refuse(column, text === '' ? `The cell ${checked.reason}.` : `"${shortened(text)}" ${checked.reason}.`)
  }
  return values
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
  }
}
