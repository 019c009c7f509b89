import { z } from 'zod'
import { lookOf } from '../../shared/directory/names.ts'
import { operatorId as operatorIdSchema, userId, type OperatorId } from '../../shared/ids.ts'
import { operatorRole, type SessionStatus } from '../../shared/operators/model.ts'
import { userStatus } from '../../shared/directory/model.ts'
import type { OperatorRole } from '../../shared/offboarding/step.ts'
import type { ReadDb, WriteDb } from '../db/sql.ts'
import type { StoredPassword } from './passwords.ts'

const flag = z.int().transform((value) => value === 1)

/** An operator, with what decides whether the person behind may sign in; null for an operator who is no person of the directory. */
const storedOperator = z
  .object({
    id: operatorIdSchema,
    userId: userId.nullable(),
    name: z.string(),
    userName: z.string(),
    role: operatorRole,
    auditPrivilege: flag,
    createdAt: z.string(),
    personName: z.string().nullable(),
    personStatus: userStatus.nullable(),
    personRevoked: z.int().nullable(),
  })
  .transform(({ personName, personStatus, personRevoked, ...operator }) => ({
    ...operator,
    person:
      personName === null || personStatus === null
        ? null
        : { name: personName, status: personStatus, signInRevoked: personRevoked === 1 },
  }))
export type StoredOperator = z.infer<typeof storedOperator>

export type OperatorInsert = {
  id: string
  userId: string | null
  name: string
  userName: string
  role: OperatorRole
  auditPrivilege: boolean
  password: StoredPassword
  /** Only for the demo company, whose sign-in page shows it. */
  shownPassword: string | null
  createdAt: string
}

const present = `
  SELECT operator.id, operator.user_id AS userId, operator.name, operator.user_name AS userName, operator.role,
    audit_privilege AS auditPrivilege, created_at AS createdAt,
    trim(user.first_name || ' ' || user.last_name) AS personName, user.status AS personStatus,
    user.sign_in_revoked AS personRevoked
  FROM operator LEFT JOIN user ON user.id = operator.user_id WHERE removed_at IS NULL`

/** Strongest role first, then by name; removed ones are not there. */
export function listOperators(db: ReadDb): StoredOperator[] {
  const order = `ORDER BY CASE operator.role WHEN 'primaryAdministrator' THEN 0 WHEN 'secondaryAdministrator' THEN 1
    WHEN 'itAdministrator' THEN 2 ELSE 3 END, operator.name COLLATE NOCASE`
  return db
    .prepare(`${present} ${order}`)
    .all()
    .map((row) => storedOperator.parse(row))
}

/** Null when there is none, or none any more. */
export function readOperator(db: ReadDb, id: OperatorId): StoredOperator | null {
  return one(db.prepare(`${present} AND operator.id = ?`).get(id))
}

/** However its letters are composed, in upper or lower case; SQLite folds those of English alone, and operators are few. */
export function findOperator(db: ReadDb, userName: string): StoredOperator | null {
  const wanted = lookOf(userName)
  return listOperators(db).find((operator) => lookOf(operator.userName) === wanted) ?? null
}

/** Whether a name, user name or person is an operator's already; one that is not removed. */
export function findTaken(db: ReadDb, wanted: { name: string; userName: string; userId: string | null }): string[] {
  const others = listOperators(db)
  const taken = (what: 'name' | 'userName'): boolean =>
    others.some((other) => lookOf(other[what]) === lookOf(wanted[what]))
  return [
    ...(taken('name') ? [`name ${wanted.name}`] : []),
    ...(taken('userName') ? [`user name ${wanted.userName}`] : []),
    ...(others.some((other) => other.userId !== null && other.userId === wanted.userId) ? ['person'] : []),
  ]
}

export function hasOperators(db: ReadDb): boolean {
  return db.prepare('SELECT 1 FROM operator WHERE removed_at IS NULL LIMIT 1').get() !== undefined
}

/** Whether there ever was an operator, removed ones included. */
export function hadOperators(db: ReadDb): boolean {
  return db.prepare('SELECT 1 FROM operator LIMIT 1').get() !== undefined
}

export function insertOperator(db: WriteDb, { password, auditPrivilege, ...operator }: OperatorInsert): void {
  db.prepare(
    `INSERT INTO operator (id, user_id, name, user_name, role, audit_privilege, password_hash, password_salt,
        scrypt_cost, scrypt_block_size, scrypt_parallelization, shown_password, created_at)
      VALUES (@id, @userId, @name, @userName, @role, @auditPrivilege, @hash, @salt, @cost, @blockSize, @parallelization,
        @shownPassword, @createdAt)`,
  ).run({ ...operator, ...password, auditPrivilege: auditPrivilege ? 1 : 0 })
}

export function readPassword(db: ReadDb, id: OperatorId): StoredPassword | null {
  const row = db
    .prepare<[string], StoredPassword>(
      `SELECT password_hash AS hash, password_salt AS salt, scrypt_cost AS cost, scrypt_block_size AS blockSize,
        scrypt_parallelization AS parallelization FROM operator WHERE id = ? AND removed_at IS NULL`,
    )
    .get(id)
  return row ?? null
}

/** A changed password is shown nowhere. */
export function setPassword(db: WriteDb, id: OperatorId, password: StoredPassword): void {
  db.prepare(
    `UPDATE operator SET password_hash = @hash, password_salt = @salt, scrypt_cost = @cost, scrypt_block_size = @blockSize,
      scrypt_parallelization = @parallelization, shown_password = NULL WHERE id = @id`,
  ).run({ id, ...password })
}

export function setRole(db: WriteDb, id: OperatorId, role: OperatorRole): void {
  db.prepare('UPDATE operator SET role = ? WHERE id = ?').run(role, id)
}

export function setAuditPrivilege(db: WriteDb, id: OperatorId, granted: boolean): void {
  db.prepare('UPDATE operator SET audit_privilege = ? WHERE id = ?').run(granted ? 1 : 0, id)
}

export function markRemoved(db: WriteDb, id: OperatorId, at: string): void {
  db.prepare('UPDATE operator SET removed_at = ?, shown_password = NULL WHERE id = ?').run(at, id)
}

/** The demo company's operators whose password is still the one that it was made with. */
export function listShown(db: ReadDb): SessionStatus['shown'] {
  return db
    .prepare<[], { id: string; password: string }>(
      'SELECT id, shown_password AS password FROM operator WHERE removed_at IS NULL AND shown_password IS NOT NULL ORDER BY rowid',
    )
    .all()
    .flatMap(({ id, password }) => {
      const operator = readOperator(db, operatorIdSchema.parse(id))
      // Who was deleted cannot sign in again.
      if (operator === null || operator.person?.status === 'DELETED') return []
      const { name, userName, role, auditPrivilege } = operator
      return [{ name, userName, role, auditPrivilege, password }]
    })
}

function one(row: unknown): StoredOperator | null {
  return row === undefined ? null : storedOperator.parse(row)
}
