import { readFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import type { BagProblem, Verification } from '../../shared/archives/model.ts'
import { systemCode } from '../files/diskErrors.ts'
import { inParallel } from '../files/inParallel.ts'
import { createReadBuffers } from '../files/readBuffers.ts'
import { walkFolder, type Walked } from '../files/walkFolder.ts'
import { holdsBag } from './holdsBag.ts'
import { checkFile, planChecks } from './verify/checks.ts'
import { readDeclaration } from './verify/declaration.ts'
import { readManifests, type Reading } from './verify/expectations.ts'
import { readOxum, type Oxum } from './verify/tagFiles.ts'

export type VerifyOptions = {
  signal: AbortSignal
  report(done: number, total: number | null, bytes: number): void
}

type Sums = { payloadFiles: number; payloadBytes: number }

const atOnce = 8

/**
 * Judges any BagIt bag (0.93 to 0.97 and RFC 8493): complete when all that is named is there and all that is there is
 * named, valid when every hash is right too. Reads files of the bag only; links and paths that lead out are problems,
 * never followed. Rejects with the signal's reason when it is cancelled; every other trouble is in the answer.
 */
export async function verifyBag(folder: string, { signal, report }: VerifyOptions): Promise<Verification> {
  const bag = resolve(folder)
  const reading = await openBag(bag)
  if ('code' in reading) return verdict(bag, [reading], { payloadFiles: 0, payloadBytes: 0 })
  const { problems } = reading
  const manifests = await readManifests(reading)
  const oxum = await readOxum(reading)
  const checks = await planChecks(reading, manifests)
  const sums: Sums = { payloadFiles: 0, payloadBytes: 0 }
  const buffers = createReadBuffers()
  let done = 0
  let read = 0
  await inParallel(checks, atOnce, async (check) => {
    signal.throwIfAborted()
    const bytes = await checkFile(reading, check, { signal, buffers })
    if (check.path.startsWith('data/')) {
      sums.payloadFiles += 1
      sums.payloadBytes += bytes
    }
    done += 1
    read += bytes
    report(done, checks.length, read)
  })
  if (oxum !== null) compareOxum(oxum, sums, problems)
  return verdict(bag, problems, sums)
}

async function openBag(bag: string): Promise<Reading | BagProblem> {
  const notABag = (why: string): BagProblem => ({
    code: 'NOT_A_BAG',
    file: 'bagit.txt',
    message: `${basename(bag) || bag} is not a BagIt bag: ${why}.`,
  })
  try {
    if (!(await holdsBag(bag))) return notABag('it has no bagit.txt. Choose the folder that holds bagit.txt')
    const declaration = readDeclaration(await readFile(join(bag, 'bagit.txt')))
    if ('code' in declaration) return declaration
    const walked = await walkFolder(bag)
    return { bag, files: walked.files, declaration, problems: outsiders(walked) }
  } catch (error) {
    const code = systemCode(error)
    if (code === null) throw error
    return notABag(`the folder cannot be read (${code})`)
  }
}

function outsiders({ folders, strange }: Walked): BagProblem[] {
  const problems: BagProblem[] = strange.map((file) => ({
    code: 'PATH_ESCAPES',
    file,
    message: `${file} is a link or a device, not a file. It was not read.`,
  }))
  if (!folders.has('data'))
    problems.push({ code: 'FILE_MISSING', file: 'data', message: 'The bag has no data folder.' })
  return problems
}

function compareOxum(oxum: Oxum, { payloadFiles, payloadBytes }: Sums, problems: BagProblem[]): void {
  if (oxum.bytes === payloadBytes && oxum.files === payloadFiles) return
  problems.push({
    code: 'OXUM_MISMATCH',
    file: 'bag-info.txt',
    message: `The payload has ${payloadBytes} bytes in ${payloadFiles} files; bag-info.txt says ${oxum.bytes} in ${oxum.files}.`,
  })
}

/** Wrong content does not make a bag incomplete. */
const contentOnly: ReadonlySet<BagProblem['code']> = new Set(['FILE_CHANGED', 'OXUM_MISMATCH'])

function verdict(bag: string, problems: readonly BagProblem[], sums: Sums): Verification {
  return {
    valid: problems.length === 0,
    complete: problems.every(({ code }) => contentOnly.has(code)),
    bag,
    ...sums,
    problems: problems.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0)),
  }
}
