import { dirname, resolve } from 'node:path'
import { requireOutsideArchives } from '../archive/requireArchiveFolder.ts'
import { saveFile, savedPartialOf, type SaveFile } from '../files/savedFile.ts'
import { journaled } from './journaled.ts'

/**
 * saveFile for what somebody saves somewhere: the partial of one that was killed is taken away with the next start. Nothing is
 * saved into an archive, which would not be valid any more: throws VALIDATION_FAILED.
 */
export function exportsOf(dataFolder: string): SaveFile {
  return async (path, chunks, settle) => {
    await requireOutsideArchives(dirname(resolve(path)))
    return journaled(dataFolder, savedPartialOf(resolve(path)), () => saveFile(path, chunks, settle))
  }
}
