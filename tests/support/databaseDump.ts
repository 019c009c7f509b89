import type Database from 'better-sqlite3'

export type Row = Record<string, unknown>
/** Every row by its primary key, table by table. */
export type Dump = Map<string, Map<string, Row>>

/** What a run writes about itself; search indexes are derived by triggers. */
const bookkeeping = new Set([
  'schema_migration',
  'draft',
  'approval',
  'run',
  'run_step',
  'run_message',
  'archive',
  'audit_entry',
  'audit_head_file',
  'applied_action',
])

type TableFacts = { name: string; type: string }

/** The whole database but for the bookkeeping of runs. */
export function dumpDatabase(db: Pick<Database.Database, 'prepare'>): Dump {
  const tables = db
    .prepare<[], TableFacts>(
      "SELECT name, type FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'",
    )
    .all()
    .filter(
      ({ name, type }) =>
        type === 'table' && !/^(user|extension|number|voicemail)_search/.test(name) && !bookkeeping.has(name),
    )
  return new Map(tables.map(({ name }) => [name, rowsOf(db, name)]))
}

export function copyOf(dump: Dump): Dump {
  return new Map([...dump].map(([table, rows]) => [table, new Map([...rows].map(([key, row]) => [key, { ...row }]))]))
}

/** One line for each cell, row or table in which the two differ. */
export function differences(expected: Dump, found: Dump): string[] {
  return [...new Set([...expected.keys(), ...found.keys()])].flatMap((table) => {
    const [wanted, there] = [expected.get(table) ?? new Map<string, Row>(), found.get(table) ?? new Map<string, Row>()]
    return [...new Set([...wanted.keys(), ...there.keys()])].flatMap((key) =>
      rowDifferences(`${table} ${key}`, wanted.get(key), there.get(key)),
    )
  })
}

function rowDifferences(place: string, wanted: Row | undefined, there: Row | undefined): string[] {
  if (wanted === undefined) return [`${place} is there and was not expected`]
  if (there === undefined) return [`${place} is gone and was expected`]
  return Object.keys({ ...wanted, ...there })
    .filter((column) => wanted[column] !== there[column])
    .map((column) => `${place}: ${column} is ${String(there[column])}, expected ${String(wanted[column])}`)
}

function rowsOf(db: Pick<Database.Database, 'prepare'>, table: string): Map<string, Row> {
  const keys = db
    .prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk')
    .all(table)
    .map(({ name }) => name)
  const rows = db.prepare<[], Row>(`SELECT * FROM ${table}`).all()
  return new Map(rows.map((row) => [keys.map((key) => String(row[key])).join(' '), row]))
}
