import { access, constants, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { AppError } from '../../shared/ipc/errors.ts'
import { systemCode, toFolderError } from './diskErrors.ts'

/**
 * Throws, before anything is done, FILE_PROBLEM where the system would not let a folder be written and VALIDATION_FAILED
 * where a file stands; a folder that does not exist yet is asked for through its nearest ancestor. Writes nothing. name
 * goes into the sentence: "the archive folder".
 */
export async function requireWritable(folder: string, name: string): Promise<void> {
  try {
    await access(folder, constants.W_OK)
  } catch (error) {
    const code = systemCode(error)
    const absent = code === 'ENOTDIR' || (code === 'ENOENT' && dirname(folder) !== folder)
    if (!absent) throw toFolderError(error, name)
    return requireWritable(dirname(folder), name)
  }
  if (!(await stat(folder)).isDirectory())
    throw new AppError('VALIDATION_FAILED', `${folder} is a file. Choose a folder.`)
}
