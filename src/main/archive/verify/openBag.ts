import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { BagProblem } from '../../../shared/archives/model.ts'
import { whyUnreadable } from '../../files/brokenName.ts'
import { systemCode } from '../../files/diskErrors.ts'
import { walkFolder, type Walked } from '../../files/walkFolder.ts'
import { holdsBag } from '../holdsBag.ts'
import { readDeclaration } from './declaration.ts'
import type { Reading } from './reading.ts'

/** Begins to judge a folder: what it says that it is, and what lies in it; or why it is no bag. */
export async function openBag(bag: string): Promise<Reading | BagProblem> {
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
    const { files, folders, unread } = walked
    return { bag, files, folders, unread, declaration, problems: outsiders(walked), warnings: [] }
  } catch (error) {
    const code = systemCode(error)
    if (code === null) throw error
    return notABag(`the folder cannot be read (${code})`)
  }
}

function outsiders({ folders, strange, unread }: Walked): BagProblem[] {
  const problems: BagProblem[] = strange.map((file) => ({
    code: 'PATH_ESCAPES',
    file,
    message: `${file} is a link or a device, not a file. It was not read.`,
  }))
  for (const { path, code } of unread) {
    const why = whyUnreadable(path, code)
    problems.push({ code: 'FILE_UNREADABLE', file: path, message: `The folder ${path} cannot be read (${why}).` })
  }
  if (!folders.has('data'))
    problems.push({ code: 'FILE_MISSING', file: 'data', message: 'The bag has no data folder.' })
  return problems
}
