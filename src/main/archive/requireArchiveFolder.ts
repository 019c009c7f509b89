import { realpath } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { AppError } from '../../shared/ipc/errors.ts'
import { requireWritable } from '../files/requireWritable.ts'
import { isBagThere } from './holdsBag.ts'

/**
 * Throws, before anything is done, where no archive can be made: FILE_PROBLEM where the folder cannot be written, DISK_FULL
 * where it takes no byte more, VALIDATION_FAILED where a file stands or another archive lies, which would not be valid any
 * more. The folder need not exist yet. name goes into the sentence: "the archive folder".
 */
export async function requireArchiveFolder(folder: string, name: string): Promise<void> {
  await requireWritable(folder, name)
  await requireOutsideArchives(folder)
}

/** Throws VALIDATION_FAILED where a folder, which need not exist yet, lies in an archive. */
export async function requireOutsideArchives(folder: string): Promise<void> {
  const bag = await bagAround(await realOf(resolve(folder)))
  if (bag === null) return
  const why = `${folder} lies in an archive, ${bag}, which must not get files that it does not list.`
  throw new AppError('VALIDATION_FAILED', `${why} Choose a folder beside it.`, { folder, archive: bag })
}

/** The real path of a folder, or of the nearest one above it that exists. */
async function realOf(folder: string): Promise<string> {
  return realpath(folder).catch(() => (dirname(folder) === folder ? folder : realOf(dirname(folder))))
}

async function bagAround(folder: string): Promise<string | null> {
  if (await isBagThere(folder)) return folder
  return dirname(folder) === folder ? null : bagAround(dirname(folder))
}
