import type { TenantStatus } from '../../../shared/tenant/contract.ts'
import type { ReadDb, WriteDb } from '../../db/sql.ts'
import { insertOperator, type OperatorInsert } from '../../operators/repository.ts'
import { columns, tableNames, type Row, type TableName, type Value, type ValuesOf } from './rows.ts'

/** Whose data the folder holds; counts nobody. */
export function readKind(db: ReadDb): TenantStatus['kind'] {
  return readTenant(db)?.kind ?? 'none'
}

function readTenant(db: ReadDb): { kind: 'demo' | 'own'; name: string } | undefined {
  return db.prepare<[], { kind: 'demo' | 'own'; name: string }>('SELECT kind, name FROM tenant').get()
}

/** The tenant, and how many people are there; deleted ones are not. */
export function readStatus(db: ReadDb): TenantStatus {
  const tenant = readTenant(db)
  // Both counts come out of an index; one of everybody else would go through all rows.
  const { users } = db
    .prepare<[], { users: number }>(
      `SELECT (SELECT count(*) FROM user) - (SELECT count(*) FROM user WHERE status = 'DELETED') AS users`,
    )
    .get()!
  return tenant === undefined ? { kind: 'none', name: '', users: 0 } : { ...tenant, users }
}

/** Whether any person or site is stored, tenant or not. */
export function holdsPeople(db: ReadDb): boolean {
  return db.prepare('SELECT 1 FROM site UNION ALL SELECT 1 FROM user LIMIT 1').get() !== undefined
}

function insertTenant(db: WriteDb, tenant: { name: string; kind: 'demo' | 'own'; createdAt: string }): void {
  db.prepare('INSERT INTO tenant (id, name, kind, created_at) VALUES (1, @name, @kind, @createdAt)').run(tenant)
}

/** Names the tenant of a demo company and its operators. Call it inside the transaction that brings the rows. */
export function insertDemo(
  db: WriteDb,
  tenant: { name: string; createdAt: string },
  operators: readonly OperatorInsert[],
): void {
  insertTenant(db, { ...tenant, kind: 'demo' })
  for (const operator of operators) insertOperator(db, operator)
}

/** Each extension's own call list, out of the calls: in the order of its key, so that the table grows at its end. */
export function insertCallLists(db: WriteDb): void {
  const sideOf = (side: string): string =>
    `SELECT extension.id AS extension_id, call_record.id AS call_record_id FROM call_record
      JOIN extension ON extension_number = ${side}_extension`
  db.prepare(
    `INSERT INTO call_log (extension_id, call_record_id) ${sideOf('caller')} UNION ALL ${sideOf('callee')} ORDER BY 1, 2`,
  ).run()
}

/** Inserts a company of one's own with its first site, in one transaction. */
export function insertOwn(db: WriteDb, site: ValuesOf<'site'>, name: string, createdAt: string): void {
  const insert = createInsert(db)
  db.transaction(() => {
    insert.add({ table: 'site', values: site })
    insert.flush()
    insertTenant(db, { name, kind: 'own', createdAt })
  }).immediate()
}

/** As many rows as are worth a statement of their own; more are no quicker. */
const rowsInStatement = 64
const keptRows = 4096

type Insert = (rows: readonly Row[]) => void

/**
 * Answers a function that takes rows, parents before children, and one that writes what is left of them. Rows are kept
 * for a while, so that many of a table go in with one statement; parents still go before children.
 */
export function createInsert(db: WriteDb): { add(row: Row): void; flush(): void } {
  const kept = new Map(tableNames.map((table): [TableName, Row[]] => [table, []]))
  const inserts = new Map<TableName, Insert>()
  let count = 0
  const flush = (): void => {
    for (const [table, rows] of kept) {
      if (rows.length === 0) continue
      const insert = inserts.get(table) ?? prepareInsert(db, table)
      inserts.set(table, insert)
      insert(rows.splice(0))
    }
    count = 0
  }
  return {
    add: (row) => {
      kept.get(row.table)!.push(row)
      count += 1
      if (count >= keptRows) flush()
    },
    flush,
  }
}

function prepareInsert(db: WriteDb, table: TableName): Insert {
  const names: readonly string[] = columns[table]
  const places = `(${names.map(() => '?').join(', ')})`
  const statement = (rows: number) =>
    db.prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES ${Array(rows).fill(places).join(', ')}`)
  const [one, many] = [statement(1), statement(rowsInStatement)]
  return (rows) => {
    let at = 0
    for (; at + rowsInStatement <= rows.length; at += rowsInStatement)
      many.run(flat(rows.slice(at, at + rowsInStatement), names))
    for (; at < rows.length; at += 1) one.run(flat([rows[at]!], names))
  }
}

/** The values of all rows in the order of the statement's places. */
function flat(rows: readonly Row[], names: readonly string[]): Value[] {
  const flattened: Value[] = []
  for (const row of rows) {
    const values: Readonly<Record<string, Value>> = row.values
    for (const name of names) flattened.push(values[name] ?? null)
  }
  return flattened
}
