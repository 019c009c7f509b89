import Database from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { compiled } from '../../src/main/db/search/compiled.ts'

function openCounted() {
  const database = new Database(':memory:')
  onTestFinished(() => void database.close())
  const compiledSql: string[] = []
  const prepare = database.prepare.bind(database) as (sql: string) => Database.Statement
  const counted = (sql: string) => {
    compiledSql.push(sql)
    return prepare(sql)
  }
  return { database, compiledSql, db: Object.assign(database, { prepare: counted as typeof database.prepare }) }
}

it('a question is compiled once and answers what is there each time, in columns that were added since', () => {
  const { database, db, compiledSql } = openCounted()
  database.exec("CREATE TABLE seen (name TEXT); INSERT INTO seen VALUES ('Dana')")
  const names = (): unknown[] => compiled(db, 'SELECT * FROM seen WHERE name > ?').all('')
  expect(names()).toEqual(['Dana'])
  database.exec("ALTER TABLE seen ADD COLUMN age INTEGER; INSERT INTO seen VALUES ('Eli', 3)")
  expect(names()).toEqual(['Dana', 'Eli'])
  expect(compiledSql).toEqual(['SELECT * FROM seen WHERE name > ?'])
})

it('those that were asked last are kept, and no connection has those of another', () => {
  const { db, compiledSql } = openCounted()
  const ask = (number: number) => compiled<number>(db, `SELECT ${number}`).get()
  for (let number = 0; number < 101; number += 1) {
    expect(ask(number)).toBe(number)
    expect(ask(0)).toBe(0)
  }
  expect(compiledSql).toHaveLength(101)
  expect(ask(1)).toBe(1)
  expect(compiledSql).toHaveLength(102)
  const other = openCounted()
  expect(compiled<number>(other.db, 'SELECT 0').get()).toBe(0)
  expect(other.compiledSql).toEqual(['SELECT 0'])
})
