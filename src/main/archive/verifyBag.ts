import { resolve } from 'node:path'
import type { BagProblem, BagWarning, Verification } from '../../shared/archives/model.ts'
import { inParallel } from '../files/inParallel.ts'
import { createReadBuffers } from '../files/readBuffers.ts'
import { notesName, readNotes } from './notesFile.ts'
import { advise } from './verify/advice.ts'
import { checkFile, planChecks, type Check } from './verify/checks.ts'
import { readManifests } from './verify/expectations.ts'
import { openBag } from './verify/openBag.ts'
import { readFetch } from './verify/fetchFile.ts'
import type { Reading } from './verify/reading.ts'
import { readOxum, type Oxum } from './verify/tagFiles.ts'

export type VerifyOptions = {
  signal: AbortSignal
  report(done: number, total: number | null, bytes: number): void
  /** Files that an earlier part of this check has read and found right, with their bytes; they are not read again. */
  checked?: ReadonlyMap<string, number>
  /** Told of each file that was read and is right. */
  onChecked?: (path: string, bytes: number) => void
}

type Sums = { payloadFiles: number; payloadBytes: number }

const atOnce = 8

/**
 * Judges any BagIt bag (0.93 to 0.97 and RFC 8493): complete when all that is named is there and all that is there is
 * named, valid when every hash is right too. Reads files of the bag only; links and paths that lead out are problems,
 * never followed. Rejects with the signal's reason when it is cancelled; every other trouble is in the answer.
 */
export async function verifyBag(folder: string, options: VerifyOptions): Promise<Verification> {
  const bag = resolve(folder)
  const reading = await openBag(bag)
  const nothing: Sums = { payloadFiles: 0, payloadBytes: 0 }
  if ('code' in reading) return verdict(bag, { problems: [reading], warnings: [] }, nothing)
  const manifests = await readManifests(reading)
  const oxum = await readOxum(reading)
  const fetched = await readFetch(reading, manifests)
  const sums = await checkAll(reading, planChecks(reading, manifests, fetched), options)
  if (oxum !== null) compareOxum(oxum, sums, reading.problems)
  advise(reading, manifests)
  const { problem } = await readNotes(bag)
  if (problem !== null) reading.warnings.push({ code: 'NOTES_DAMAGED', file: notesName, message: problem })
  return verdict(bag, reading, sums)
}

async function checkAll(reading: Reading, checks: readonly Check[], options: VerifyOptions): Promise<Sums> {
  const { signal, report, checked, onChecked } = options
  const sums: Sums = { payloadFiles: 0, payloadBytes: 0 }
  const buffers = createReadBuffers()
  let done = 0
  let read = 0
  await inParallel(checks, atOnce, async (check) => {
    signal.throwIfAborted()
    const known = checked?.get(check.path)
    const { bytes, right } =
      known === undefined ? await checkFile(reading, check, { signal, buffers }) : { bytes: known, right: true }
    if (known === undefined && right) onChecked?.(check.path, bytes)
    if (check.path.startsWith('data/')) {
      sums.payloadFiles += 1
      sums.payloadBytes += bytes
    }
    done += 1
    read += bytes
    report(done, checks.length, read)
  })
  return sums
}

function compareOxum(oxum: Oxum, { payloadFiles, payloadBytes }: Sums, problems: BagProblem[]): void {
  if (oxum.bytes === payloadBytes && oxum.files === payloadFiles) return
  const { file, line } = oxum
  problems.push({
    code: 'OXUM_MISMATCH',
    file,
    line,
    message: `The payload has ${payloadBytes} bytes in ${payloadFiles} files; line ${line} of ${file} says ${oxum.bytes} in ${oxum.files}.`,
  })
}

/** Wrong content does not make a bag incomplete. */
const contentOnly: ReadonlySet<BagProblem['code']> = new Set(['FILE_CHANGED', 'OXUM_MISMATCH'])

type Found = { problems: readonly BagProblem[]; warnings: readonly BagWarning[] }

function verdict(bag: string, { problems, warnings }: Found, sums: Sums): Verification {
  return {
    valid: problems.length === 0,
    complete: problems.every(({ code }) => contentOnly.has(code)),
    bag,
    ...sums,
    problems: problems.toSorted(byPlace),
    warnings: warnings.toSorted(byPlace),
  }
}

function byPlace(a: Place, b: Place): number {
  return a.file === b.file ? (a.line ?? 0) - (b.line ?? 0) : a.file < b.file ? -1 : 1
}

type Place = { file: string; line?: number | undefined }
