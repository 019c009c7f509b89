import { execFileSync } from 'node:child_process'
import Database from 'better-sqlite3'
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { isPartial } from '../../src/main/files/newFile.ts'
import { verifyBag } from '../../src/main/archive/verifyBag.ts'
import type { Driver } from './faultDriver.ts'
import { testFolder } from './folder.ts'
import { sha256Of } from './person.ts'

/** Where one run under a fault works. */
export type Place = { data: string; archives: string }
export type Leaver = { userName: string; extension: string }

export const smallDemo = ['demo', '--users', '12', '--calls', '200', '--messages', '40'] as const
/** Five messages: few enough to try each call. A hundred and twenty: several threads at once. */
export const marcus: Leaver = { userName: 'marcus.reyes', extension: '1017' }
export const tom: Leaver = { userName: 'tom.okafor', extension: '1023' }

/** A copy of a company; its audio, which nobody changes in place, is linked. */
export function newPlace(company: string, root = testFolder()): Place {
  const data = join(root, 'data')
  mkdirSync(data)
  cpSync(join(company, 'offhook.sqlite'), join(data, 'offhook.sqlite'))
  execFileSync('cp', ['--recursive', '--link', join(company, 'audio'), data])
  const archives = join(root, 'archives')
  mkdirSync(archives)
  return { data, archives }
}

export function offboardCommand({ data, archives }: Place, { userName, extension }: Leaver): string[] {
  return ['offboard', userName, '--archive', archives, '--confirm', extension, '--json', '--data', data]
}

export type Rows = {
  run: { id: string; status: string; archive_path: string } | null
  steps: { title: string; kind: string; status: string }[]
  messages: { file: string; sha256: string | null; proven: number }[]
  archive: string | null
}

/** The run's rows, read from a copy, so that looking changes nothing. */
export function rowsOf({ data }: Pick<Place, 'data'>): Rows {
  const copy = testFolder()
  for (const name of readdirSync(data).filter((file) => /^offhook\.sqlite(-wal)?$/.test(file)))
    cpSync(join(data, name), join(copy, name))
  const db = new Database(join(copy, 'offhook.sqlite'))
  try {
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    return {
      run: (db.prepare('SELECT id, status, archive_path FROM run').get() as Rows['run'] | undefined) ?? null,
      steps: db
        .prepare("SELECT title, action ->> 'kind' AS kind, status FROM run_step ORDER BY position")
        .all() as Rows['steps'],
      messages: db
        .prepare('SELECT file, sha256, proven_at IS NOT NULL AS proven FROM run_message ORDER BY position')
        .all() as Rows['messages'],
      archive: (db.prepare('SELECT path FROM archive').pluck().get() as string | undefined) ?? null,
    }
  } finally {
    db.close()
    rmSync(copy, { recursive: true, force: true })
  }
}

/** What is wrong at this instant, whatever happened before: a proof without its file, a change without its archive. */
export async function wrongNow(place: Pick<Place, 'data'>): Promise<string[]> {
  const { run, steps, messages, archive } = rowsOf(place)
  const wrong = messages.flatMap(({ file, sha256, proven }) => {
    if (proven === 0) return []
    const bytes = readIfThere(join(run!.archive_path, file))
    return bytes !== null && sha256Of(bytes) === sha256 ? [] : [`the proof of ${file} does not hold`]
  })
  const saved = steps.findIndex(({ kind }) => kind === 'archiveVoicemail')
  if ((steps[saved]?.status === 'done') !== (archive !== null)) wrong.push('step and archive disagree')
  if (archive !== null) wrong.push(...(await faultsOf(archive)))
  else
    wrong.push(
      ...steps
        .slice(saved + 1)
        .flatMap(({ title, status }) => (status === 'done' ? [`${title} was done without an archive`] : [])),
    )
  return wrong
}

/** Whatever an archive is to be told: problems and warnings, and what was left half. */
export async function faultsOf(bag: string): Promise<string[]> {
  const { problems, warnings } = await verifyBag(bag, { signal: new AbortController().signal, report: () => undefined })
  const entries = readdirSync(bag, { recursive: true, withFileTypes: true })
  return [...problems, ...warnings]
    .map(({ code, message }) => `${code}: ${message}`)
    .concat(entries.filter(({ name }) => isPartial(name)).map(({ name }) => `${name} was left half`))
}

/** Continues the run, or begins it where it was never committed, without a fault; then everything is done, and once. */
export async function goOn(driver: Driver, place: Place, leaver: Leaver, where: string): Promise<void> {
  const { run } = rowsOf(place)
  const command = run === null ? offboardCommand(place, leaver) : ['run', 'resume', run.id, '--data', place.data]
  if (run?.status !== 'done') {
    const { code, err } = await driver.run(command)
    expect([where, code, code === 0 ? '' : err]).toEqual([where, 0, ''])
  }
  await expectWholeAndOnce(place, where)
}

async function expectWholeAndOnce(place: Place, where: string): Promise<void> {
  const { steps, messages } = rowsOf(place)
  const db = new Database(join(place.data, 'offhook.sqlite'), { readonly: true })
  const kinds = steps.map(({ kind }) => kind)
  const told = db
    .prepare("SELECT substr(action, 5) FROM audit_entry WHERE detail ->> 'outcome' IS NOT NULL")
    .pluck()
    .all()
  const applied = db
    .prepare("SELECT kind FROM applied_action WHERE key LIKE (SELECT id FROM run) || ':%'")
    .pluck()
    .all()
  db.close()
  const wrong = await wrongNow(place)
  expect({
    where,
    wrong,
    steps: steps.filter(({ status }) => status !== 'done'),
    told,
    applied: new Set(applied),
    changes: applied.length,
  }).toEqual({
    where,
    wrong: [],
    steps: [],
    // One audit entry a step; and each step but the archive has changed the phone system once.
    told: kinds,
    applied: new Set(kinds.filter((kind) => kind !== 'archiveVoicemail')),
    changes: kinds.length - 1,
  })
  expect(messages.filter(({ proven }) => proven === 0)).toEqual([])
}

function readIfThere(path: string): Buffer | null {
  try {
    return readFileSync(path)
  } catch {
    return null
  }
}

/** The last thing that was said has to name a next step, and must not be that something unexpected happened. */
export function expectSaysWhatNext({ code, err }: { code: number; err: string }, where: string): void {
  if (code === 0) return
  const last = `${where}: ${err.trim().split('\n').at(-1) ?? ''}`
  expect(last).not.toMatch(/unexpected/i)
  expect(last).toMatch(/make room|then continue|try again|check|connect|choose|close|restore|repair|use another/i)
}
