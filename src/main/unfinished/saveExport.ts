import { resolve } from 'node:path'
import { saveFile, savedPartialOf, type SaveFile } from '../files/savedFile.ts'
import { journaled } from './journaled.ts'

/** saveFile for what somebody saves somewhere: the partial of one that was killed is taken away with the next start. */
export function exportsOf(dataFolder: string): SaveFile {
  return (path, chunks, settle) =>
    journaled(dataFolder, savedPartialOf(resolve(path)), () => saveFile(path, chunks, settle))
}
