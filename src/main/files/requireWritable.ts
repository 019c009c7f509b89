import { access, constants } from 'node:fs/promises'
import { dirname } from 'node:path'
import { systemCode, toFolderError } from './diskErrors.ts'

/**
 * Throws FILE_PROBLEM, before anything is done, where the system would not let a folder be written; one that does not
 * exist yet is asked for through its nearest ancestor. Writes nothing. name goes into the sentence: "the archive folder".
 */
export async function requireWritable(folder: string, name: string): Promise<void> {
  try {
    await access(folder, constants.W_OK)
  } catch (error) {
    const absent = systemCode(error) === 'ENOENT' && dirname(folder) !== folder
    if (!absent) throw toFolderError(error, name)
    await requireWritable(dirname(folder), name)
  }
}
