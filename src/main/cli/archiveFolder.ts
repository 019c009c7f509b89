import { resolve } from 'node:path'
import { AppError } from '../../shared/ipc/errors.ts'
import { makeFolders } from '../files/makeFolders.ts'

/** The folder of --archive, made when it is not there. Throws FILE_PROBLEM. */
export async function makeArchiveFolder(path: string): Promise<string> {
  try {
    await makeFolders(path)
    return resolve(path)
  } catch (cause) {
    throw new AppError(
      'FILE_PROBLEM',
      `The archive folder ${path} cannot be created. Choose another with --archive.`,
      {},
      { cause },
    )
  }
}
