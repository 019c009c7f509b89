import { lstat, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { archiveNotes, noNotes, type ArchiveNotes } from '../../shared/archives/notes.ts'
import { digest } from '../digest.ts'
import { systemCode } from '../files/diskErrors.ts'
import { flushFolder } from '../files/flushFolder.ts'
import { partialOf } from '../files/newFile.ts'
import { writeBagFile } from './bagFile.ts'

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
}

/** The notes beside the payload of a bag. A file that is damaged is said, and left as it is. */
export async function readNotes(bag: string): Promise<FoundNotes> {
  const nothing = (problem: string | null): FoundNotes => ({ notes: noNotes, sha256: null, problem })
  try {
    const path = join(bag, notesName)
    const stats = await lstat(path)
    if (!stats.isFile() || stats.size > maximalBytes) return nothing(`${notesName} is not a file of notes.`)
    const parsed = stored.safeParse(JSON.parse(await readFile(path, 'utf8')))
    if (!parsed.success) return nothing(`${notesName} is not what Offhook writes.`)
    const { notes, sha256 } = parsed.data
    if (digest(notes) !== sha256) return nothing(`${notesName} was changed: it does not have the hash that it names.`)
    return { notes, sha256, problem: null }
  } catch (error) {
    const code = systemCode(error)
    if (code === 'ENOENT') return nothing(null)
    return nothing(code === null ? `${notesName} is damaged.` : `${notesName} cannot be read (${code}).`)
  }
}

/** Writes them whole and flushed, and answers their SHA-256. Rejects with the system's error, or FILE_PROBLEM. */
export async function writeNotes(bag: string, notes: ArchiveNotes): Promise<string> {
  const sha256 = digest(notes)
  await rm(partialOf(join(bag, notesName)), { force: true })
  await writeBagFile(bag, notesName, [`${JSON.stringify({ format, sha256, notes }, null, 2)}\n`])
  await flushFolder(bag)
  return sha256
}
