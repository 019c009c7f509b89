import { lstat, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { archiveNotes, noNotes, type ArchiveNotes } from '../../shared/archives/notes.ts'
import { digest } from '../digest.ts'
import { systemCode } from '../files/diskErrors.ts'
import { chunksOf } from '../files/chunksOf.ts'
import { flushFolder } from '../files/flushFolder.ts'
import { hashFile } from '../files/hashFile.ts'
import { partialOf } from '../files/newFile.ts'
import { writeWhole } from '../files/writeWhole.ts'

/**
 * A tag file that no manifest lists (RFC 8493, section 2.2.4, asks for no tag file to be listed): it goes where the bag
 * goes, and every tool still finds the bag valid.
 */
export const notesName = 'offhook-notes.json'
const format = 'offhook-notes/1'
const maximalBytes = 8 * 1024 * 1024

const stored = z.strictObject({ format: z.literal(format), sha256: z.string(), notes: archiveNotes })

export type FoundNotes = {
  notes: ArchiveNotes
  /** SHA-256 of the notes; null when there is no file. */
  sha256: string | null
  /** What is wrong with the file; its notes are then not taken. */
  problem: string | null
  /** Why the system does not let it be read; null when it does. Its notes may be good. */
  refused: string | null
}

/** The notes beside the payload of a bag. A file that is damaged is said, and left as it is. */
export async function readNotes(bag: string): Promise<FoundNotes> {
  const nothing = (problem: string | null, refused: string | null = null): FoundNotes => {
    return { notes: noNotes, sha256: null, problem, refused }
  }
  try {
    const path = join(bag, notesName)
    const stats = await lstat(path)
    if (!stats.isFile() || stats.size > maximalBytes) return nothing(`${notesName} is not a file of notes.`)
    const parsed = stored.safeParse(JSON.parse(await readFile(path, 'utf8')))
    if (!parsed.success) return nothing(`${notesName} is not what Offhook writes.`)
    const { notes, sha256 } = parsed.data
    if (digest(notes) !== sha256) return nothing(`${notesName} was changed: it does not have the hash that it names.`)
    return { notes, sha256, problem: null, refused: null }
  } catch (error) {
    const code = systemCode(error)
    if (code === 'ENOENT') return nothing(null)
    if (code === null) return nothing(`${notesName} is damaged.`)
    return nothing(`${notesName} cannot be read (${code}).`, code)
  }
}

/** kept: the name that a damaged file of notes has now. */
export type WrittenNotes = { sha256: string; kept: string | null }

/**
 * Writes notes whole and flushed in the place of those that were found; what is left of a damaged file is kept beside them.
 * Answers null, and writes nothing, when others lie there by now. Rejects with the system's error, or FILE_PROBLEM.
 */
export async function writeNotes(bag: string, notes: ArchiveNotes, found: FoundNotes): Promise<WrittenNotes | null> {
  const sha256 = digest(notes)
  const kept = found.problem === null ? null : await keepDamaged(bag)
  const path = join(bag, notesName)
  await rm(partialOf(path), { force: true })
  const others = new Error('Others have written meanwhile')
  // A share knows no lock that every system keeps: the shorter the moment between look and rename, the better.
  const beforePlace = async (): Promise<void> => {
    const now = await readNotes(bag)
    if (now.sha256 !== found.sha256 || now.problem !== found.problem) throw others
  }
  try {
    await writeWhole(path, [`${JSON.stringify({ format, sha256, notes }, null, 2)}\n`], { beforePlace })
  } catch (error) {
    if (error === others) return null
    throw error
  }
  await flushFolder(bag)
  return { sha256, kept }
}

/** Somebody may still read something in it that nothing else has. */
async function keepDamaged(bag: string): Promise<string | null> {
  const path = join(bag, notesName)
  if (!(await lstat(path)).isFile()) return null
  const { hashes } = await hashFile(path, ['sha256'], () => null)
  const name = `offhook-notes-damaged-${hashes[0]!.slice(0, 12)}.json`
  await rm(partialOf(join(bag, name)), { force: true })
  await writeWhole(join(bag, name), chunksOf(path))
  return name
}
