import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { columnName, columnNames, requiredColumns } from '../../../../shared/imports/columnNames.ts'
import type { RowProblem, UsersImported, UsersPreview } from '../../../../shared/imports/contract.ts'
import { AppError } from '../../../../shared/ipc/errors.ts'
import type { Clock, Ids } from '../../../clock.ts'
import type { ReadDb, WriteDb } from '../../../db/sql.ts'
import { appendAudit } from '../../../audit/repository.ts'
import { tieToPeople } from '../../../operators/personRepository.ts'
import type { Progress } from '../progress.ts'
import { readCsv, type CsvRow } from './csvRows.ts'
import { columnPositions, mapHeaders, type Mapping } from './headers.ts'
import { insertStaged } from './insertRepository.ts'
import { createRowChecker, type CheckedRow } from './rowChecker.ts'
import { createStaging } from './stagingRepository.ts'

/** As many problems as a person reads at once; all of them are counted. */
const listed = 100
const sampled = 5

export type UsersRequest = {
  path: string
  /** Column of a user → header of the file; what is not given is guessed from the header's name. */
  mapping?: Readonly<Record<string, string>> | undefined
  signal?: AbortSignal | undefined
  report?: ((progress: Progress) => void) | undefined
}

type Reading = {
  headers: readonly string[]
  mapping: Mapping
  /** A required column has no header: then no row is valid. */
  unmapped: boolean
  rows: number
  problems: RowProblem[]
  problemCount: number
}

/** Reads and checks the whole file; nothing is changed. Throws IMPORT_REJECTED, FILE_PROBLEM. */
export async function previewUsers(db: ReadDb, request: UsersRequest): Promise<UsersPreview> {
  const sample: Record<string, string>[] = []
  let valid = 0
  const reading = await readUsers(db, request, (rows) => {
    valid += rows.length
    sample.push(...rows.slice(0, sampled - sample.length).map((row) => ({ ...row.values })))
  })
  return {
    fileName: basename(request.path),
    headers: [...reading.headers],
    mapping: { ...reading.mapping },
    rows: reading.rows,
    valid,
    problems: reading.problems,
    problemCount: reading.problemCount,
    sample,
  }
}

/**
 * Imports all rows or none; with skipInvalid, all valid ones. Throws IMPORT_REJECTED with the problems, CONFLICT when
 * the directory changed meanwhile.
 */
export async function importUsers(
  given: { db: WriteDb; clock: Clock; ids: Ids; operator: string; move?: typeof insertStaged },
  request: UsersRequest & { skipInvalid: boolean },
): Promise<UsersImported> {
  const { db, clock, operator, move = insertStaged } = given
  const staging = createStaging(db, given.ids)
  try {
    const reading = await readUsers(db, request, (rows) => staging.add(rows.map((row) => row.values)))
    const { problems, problemCount, rows } = reading
    if (problemCount > 0 && (reading.unmapped || !request.skipInvalid)) throw rejected(problems, problemCount)
    const moveAll = db.transaction(() => {
      const imported = move(db, given)
      tieToPeople(db)
      const detail = { file: basename(request.path), imported, skipped: rows - imported }
      appendAudit(db, clock, { operator, action: 'import.users', subject: basename(request.path), detail })
      return imported
    })
    const imported = await db.writer.alone(() => moveAll.immediate())
    return { imported, skipped: rows - imported, problems }
  } catch (error) {
    throw changedMeanwhile(error)
  } finally {
    staging.drop()
  }
}

async function readUsers(db: ReadDb, request: UsersRequest, accept: (rows: CheckedRow[]) => void): Promise<Reading> {
  const reading: Reading = { headers: [], mapping: {}, unmapped: false, rows: 0, problems: [], problemCount: 0 }
  const totalBytes = await stat(request.path).then(
    (facts) => facts.size,
    () => 0,
  )
  let bytes = 0
  let checker: ReturnType<typeof createRowChecker> | null = null
  for await (const batch of readCsv(request.path, request.signal)) {
    const rows = [...batch.rows]
    if (checker === null && rows.length > 0) checker = startChecking(db, request, reading, rows.shift()!)
    const checked = checker?.check(rows) ?? []
    const problems = checked.flatMap((row) => row.problems)
    reading.rows += rows.length
    reading.problemCount += problems.length
    reading.problems.push(...problems.slice(0, listed - reading.problems.length))
    if (!reading.unmapped) accept(checked.filter((row) => row.problems.length === 0))
    bytes += batch.bytes
    request.report?.({ done: reading.rows, total: estimate(reading.rows, bytes, totalBytes), bytes })
  }
  if (checker === null)
    throw new AppError('IMPORT_REJECTED', 'The file is empty. It needs a header row and a row for each user.')
  checker.forget()
  return reading
}

function startChecking(db: ReadDb, request: UsersRequest, reading: Reading, { line, cells }: CsvRow) {
  const headers = cells.map((cell) => cell.trim())
  reading.headers = headers
  reading.mapping = mapHeaders(headers, request.mapping)
  for (const column of requiredColumns) {
    if (reading.mapping[column] !== undefined) continue
    const reason = `No header of the file stands for "${columnNames[column]}". Map one of the headers to it.`
    reading.problems.push({ line, column, reason })
    reading.problemCount += 1
    reading.unmapped = true
  }
  return createRowChecker(db, headers.length, columnPositions(headers, reading.mapping))
}

function estimate(rows: number, bytes: number, totalBytes: number): number | null {
  return bytes === 0 ? null : Math.max(rows, Math.round((rows * totalBytes) / bytes))
}

function rejected(problems: readonly RowProblem[], problemCount: number): AppError {
  const first = problems[0]!
  const where = `Line ${first.line}${first.column === null ? '' : `, ${columnName(first.column)}`}: ${first.reason}`
  return new AppError(
    'IMPORT_REJECTED',
    `Nothing was imported: the file has ${problemCount === 1 ? 'one problem' : `${problemCount} problems`}. ${where} Correct the file, or leave the bad rows out.`,
    { problems, problemCount },
  )
}

function changedMeanwhile(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (!code.startsWith('SQLITE_CONSTRAINT')) return error
  return new AppError(
    'CONFLICT',
    'Nothing was imported: a user name, extension or number of the file was taken while it was read. Import the file again.',
    {},
    { cause: error },
  )
}
