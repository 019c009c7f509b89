import { lstat, readFile, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../../shared/ipc/errors.ts'
import { systemCode } from '../files/diskErrors.ts'
import { makeFolders } from '../files/makeFolders.ts'
import { isPartial } from '../files/newFile.ts'
import { parseBagInfo } from './bagInfo.ts'
import { greetingFolder } from './belongings/greetings.ts'
import { voicemailFolder } from './listing.ts'
import { playableFolder } from './playable/copies.ts'
import { breakSeal } from './seal.ts'

/** proven: how many messages an earlier try of the run has proven in the bag. */
export type Preparation = { runId: string; withGreetings: boolean; withCopies: boolean; proven: number }

/**
 * Makes the folders of a bag, or takes up those of an earlier try of the same run: its seal and its unfinished files go.
 * Answers how many of these there were. Throws CONFLICT when the folder holds another archive, FILE_PROBLEM when proven
 * messages should lie there and the folder is gone: made anew, it would hide the share that comes back.
 */
export async function prepareFolder(
  bag: string,
  { runId, withGreetings, withCopies, proven }: Preparation,
): Promise<number> {
  if (proven > 0) await requireThere(bag, proven)
  const folders = [bag, join(bag, 'data'), join(bag, voicemailFolder)]
  if (withGreetings) folders.push(join(bag, greetingFolder))
  if (withCopies) folders.push(join(bag, playableFolder))
  for (const folder of folders) await makeFolder(folder)
  await requireOurs(bag, runId)
  await breakSeal(bag)
  let removed = 0
  for (const folder of folders) {
    for (const name of (await readdir(folder)).filter(isPartial)) {
      await rm(join(folder, name), { force: true })
      removed += 1
    }
  }
  if (withGreetings) await emptyFolder(join(bag, greetingFolder))
  return removed
}

/** Greetings are saved anew with each try, and may be others by then: what no list names would make the bag invalid. */
async function emptyFolder(folder: string): Promise<void> {
  for (const name of await readdir(folder)) await rm(join(folder, name), { force: true })
}

async function requireThere(bag: string, proven: number): Promise<void> {
  const there = await lstat(bag).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return null
    throw error
  })
  if (there !== null) return
  throw new AppError(
    'FILE_PROBLEM',
    `The archive folder is not there, and ${proven} ${proven === 1 ? 'message is' : 'messages are'} proven in it. Connect the disk or network share that it lies on, then continue. If it is lost, give the run up and start anew.`,
    { folder: bag },
  )
}

async function makeFolder(path: string): Promise<void> {
  await makeFolders(path)
  if (!(await lstat(path)).isDirectory()) {
    throw new AppError('CONFLICT', 'A link stands where the archive needs a folder. Choose another folder.', { path })
  }
}

async function requireOurs(bag: string, runId: string): Promise<void> {
  const text = await readFile(join(bag, 'bag-info.txt'), 'utf8').catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return null
    throw error
  })
  if (text === null) return
  const { info } = parseBagInfo(text)
  if (info.some(([label, value]) => label === 'External-Identifier' && value === runId)) return
  throw new AppError(
    'CONFLICT',
    'The archive folder holds another archive, which is left as it is. Choose another folder.',
    {
      folder: bag,
    },
  )
}
