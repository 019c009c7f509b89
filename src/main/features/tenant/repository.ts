import type { TenantStatus } from '../../../shared/tenant/contract.ts'
import type { ReadDb, WriteDb } from '../../db/sql.ts'
import { insertOperator, type OperatorInsert } from '../../operators/repository.ts'
import { columns, tableNames, type Row, type TableName, type Value, type ValuesOf } from './rows.ts'

const removedAtOnce = 2000

/** The tenant, and how many people are there; deleted ones are not. */
export function readStatus(db: ReadDb): TenantStatus {
  const tenant = db.prepare<[], { kind: 'demo' | 'own'; name: string }>('SELECT kind, name FROM tenant').get()
  const users = db.prepare<[], { n: number }>("SELECT count(*) AS n FROM user WHERE status <> 'DELETED'").get()?.n ?? 0
  return tenant === undefined ? { kind: 'none', name: '', users: 0 } : { ...tenant, users }
}

/** Whether any person or site is stored, tenant or not. */
export function holdsPeople(db: ReadDb): boolean {
  return db.prepare('SELECT 1 FROM site UNION ALL SELECT 1 FROM user LIMIT 1').get() !== undefined
}

function insertTenant(db: WriteDb, tenant: { name: string; kind: 'demo' | 'own'; createdAt: string }): void {
  db.prepare('INSERT INTO tenant (id, name, kind, created_at) VALUES (1, @name, @kind, @createdAt)').run(tenant)
}

/** Names the tenant of a demo company whose rows are there, and its operators, in one transaction. */
export function insertDemo(
  db: WriteDb,
  tenant: { name: string; createdAt: string },
  operators: readonly OperatorInsert[],
): void {
  db.transaction(() => {
    insertTenant(db, { ...tenant, kind: 'demo' })
    for (const operator of operators) insertOperator(db, operator)
  }).immediate()
}

/** Inserts a company of one's own with its first site, in one transaction. */
export function insertOwn(db: WriteDb, site: ValuesOf<'site'>, name: string, createdAt: string): void {
  const insert = createInsert(db)
  db.transaction(() => {
    insert({ table: 'site', values: site })
    insertTenant(db, { name, kind: 'own', createdAt })
  }).immediate()
}

/**
 * From here on commits wait no longer for the disk, until the function that it answers is called: a power cut may take
 * them back, but never a part of one or a later one alone. Good for a company that is none before its last transaction.
 */
export function flushLess(db: WriteDb): () => void {
  db.prepare('PRAGMA synchronous = NORMAL').run()
  return () => void db.prepare('PRAGMA synchronous = FULL').run()
}

/** Inserts rows in one transaction until there are none left or it is enough; answers whether there may be more. */
export function insertSome(
  db: WriteDb,
  insert: (row: Row) => void,
  rows: Iterator<Row>,
  enough: () => boolean,
): boolean {
  const some = (): boolean => {
    do {
      const next = rows.next()
      if (next.done === true) return false
      insert(next.value)
    } while (!enough())
    return true
  }
  return db.transaction(some).immediate()
}

/** Prepares one statement a table, on first use. */
export function createInsert(db: WriteDb): (row: Row) => void {
  const inserts = new Map<TableName, (values: Readonly<Record<string, Value>>) => void>()
  return ({ table, values }) => {
    let run = inserts.get(table)
    if (run === undefined) {
      run = prepareInsert(db, table)
      inserts.set(table, run)
    }
    run(values)
  }
}

function prepareInsert(db: WriteDb, table: TableName): (values: Readonly<Record<string, Value>>) => void {
  const names: readonly string[] = columns[table]
  const places = names.map(() => '?').join(', ')
  const statement = db.prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${places})`)
  return (values) => void statement.run(names.map((name) => values[name]))
}

/** Removes a part of what the tables of a company hold; answers whether there is more. */
export function removeSome(db: WriteDb): boolean {
  for (const table of tableNames.toReversed()) {
    const key = table === 'call_log' ? '(extension_id, call_record_id)' : 'rowid'
    const keys = table === 'call_log' ? 'extension_id, call_record_id' : 'rowid'
    const some = `SELECT ${keys} FROM ${table} LIMIT ${removedAtOnce}`
    if (db.prepare(`DELETE FROM ${table} WHERE ${key} IN (${some})`).run().changes > 0) return true
  }
  return false
}
