import { hasUnseen } from '../../../shared/directory/names.ts'
import { AppError } from '../../../shared/ipc/errors.ts'
import { twinsAmong } from '../twins.ts'
import { verifyBag } from '../verifyBag.ts'
import type { ZippedFile } from './zipDirectory.ts'

/** The one folder that everything lies in. Throws ARCHIVE_INVALID. */
export function rootOf(files: readonly ZippedFile[]): string {
  const roots = new Set(files.map(({ name }) => name.split('/')[0]!))
  const [root = ''] = roots
  if (roots.size === 1 && isFolderName(root) && files.every(({ name }) => name.includes('/'))) return root
  throw new AppError(
    'ARCHIVE_INVALID',
    'What was sealed is not one archive in a folder of its own. Ask for it again where it was sealed.',
  )
}

/** The sender named it: a folder that shows its whole name, and not this one or the one above. */
function isFolderName(name: string): boolean {
  return !/^\.{0,2}$/.test(name) && !hasUnseen(name) && Buffer.byteLength(name) <= 255
}

/** Throws ARCHIVE_INVALID for names of which, on some systems, one would replace the other. */
export function refuseTwins(files: readonly ZippedFile[]): void {
  const names = new Set(files.map(({ name }) => name))
  const both = files.map(({ name }) => name.slice(0, name.lastIndexOf('/'))).find((folder) => names.has(folder))
  if (both !== undefined)
    throw new AppError(
      'ARCHIVE_INVALID',
      `What was sealed holds ${both} as a file and as a folder. Ask for it again where it was sealed.`,
    )
  const twins = twinsAmong(files.map(({ name }) => name))
  if (twins === null) return
  const what = twins[0] === twins[1] ? `${twins[0]} twice` : `${twins[0]} twice, the second time as ${twins[1]}`
  throw new AppError('ARCHIVE_INVALID', `What was sealed holds ${what}. Ask for it again where it was sealed.`)
}

/** Throws ARCHIVE_INVALID with the first problems, and the signal's reason. */
export async function requireValid(bag: string, signal: AbortSignal): Promise<void> {
  const { valid, problems } = await verifyBag(bag, { signal, report: () => undefined })
  if (valid) return
  if (problems[0]!.code === 'NOT_A_BAG')
    throw new AppError('ARCHIVE_INVALID', 'What was sealed is no archive: it has no bagit.txt. Choose another file.')
  throw new AppError(
    'ARCHIVE_INVALID',
    `What was sealed is not a valid archive: ${problems[0]!.message} Ask for it again where it was sealed.`,
    {
      problems: problems.slice(0, 10),
    },
  )
}
