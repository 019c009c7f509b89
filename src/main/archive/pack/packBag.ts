import { existsSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { AppError } from '../../../shared/ipc/errors.ts'
import { readableBytes, toFolderError } from '../../files/diskErrors.ts'
import { requireRoom } from '../../files/room.ts'
import { saveFile, type SavedFile } from '../../files/savedFile.ts'
import { requireOutsideArchives } from '../requireArchiveFolder.ts'
import { twinsAmong } from '../twins.ts'
import { verifyBag } from '../verifyBag.ts'
import { packedFiles, type PackedFile } from './packedFiles.ts'
import { sealStream } from './sealStream.ts'
import { zipStream } from './zipStream.ts'

/** passphrase: seals the zip; null leaves it readable. replace: what lies at the target was confirmed to give way. */
export type PackRequest = { bag: string; to: string; passphrase: string | null; replace: boolean }
export type PackProgress = { phase: 'verifying' | 'packing'; done: number; total: number | null; bytes: number }
export type PackControl = { signal: AbortSignal; report(progress: PackProgress): void }
export type Packed = SavedFile & { file: string; files: number }

/** What a zip adds to each file, twice its path and two heads; sealing adds 16 bytes to 64 KiB. */
const perFile = 512
const fixed = 64 * 1024

/**
 * Makes one file of a bag that is valid: a zip, or a zip that is sealed with a passphrase. Nothing readable of a sealed
 * one is ever on the disk. Throws ARCHIVE_INVALID, VALIDATION_FAILED (the target lies in an archive), CONFLICT (it exists),
 * DISK_FULL, FILE_PROBLEM, and the signal's reason; then nothing is left at the target.
 */
export async function packBag(request: PackRequest, { signal, report }: PackControl): Promise<Packed> {
  const bag = resolve(request.bag)
  const to = resolve(request.to)
  await requireOutsideArchives(dirname(to))
  refuseTarget(to, request.replace)
  await requireValid(bag, { signal, report })
  const files = await packedFiles(bag)
  refuseNames(basename(bag), files)
  if (request.passphrase !== null) refuseTwins(files)
  const total = files.reduce((sum, { bytes }) => sum + bytes + perFile, fixed)
  await requireRoom(dirname(to), total + total / 4096, ({ needed, missing }) => {
    return `The file takes ${readableBytes(needed)}. Make room for ${readableBytes(missing)} more, or choose another disk.`
  })
  let done = 0
  let bytes = 0
  let last: PackedFile | null = null
  const zip = zipStream(bag, files, {
    signal,
    read: (file, count) => {
      if (file !== last) done += 1
      last = file
      bytes += count
      report({ phase: 'packing', done, total: files.length, bytes })
    },
  })
  try {
    const chunks = request.passphrase === null ? zip : await sealStream(zip, request.passphrase)
    return { ...(await saveFile(to, chunks)), file: to, files: files.length }
  } catch (error) {
    signal.throwIfAborted()
    throw error
  } finally {
    zip.destroy()
  }
}

function refuseTarget(to: string, replace: boolean): void {
  if (!existsSync(dirname(to)))
    throw new AppError('NOT_FOUND', `The folder ${dirname(to)} does not exist. Make it, or choose another one.`)
  if (!replace && existsSync(to))
    throw new AppError('CONFLICT', `${basename(to)} exists already. Choose another name.`, { file: to })
}

/** A zip has a slash for a backslash, and takes a letter with a colon for a drive: what was opened would be another bag. */
function refuseNames(root: string, files: readonly PackedFile[]): void {
  const strange = files.map(({ path }) => `${root}/${path}`).find((name) => /\\|^[A-Za-z]:/.test(name))
  if (strange === undefined) return
  const why = `No zip can hold the name ${strange}, so no file was made of the archive.`
  throw new AppError('ARCHIVE_INVALID', `${why} Copy its folder as it is instead.`, { file: strange })
}

/** A sealed archive is opened wherever it is handed to; on some systems one of the two would replace the other. */
function refuseTwins(files: readonly PackedFile[]): void {
  const twins = twinsAmong(files.map(({ path }) => path))
  if (twins === null) return
  const why = `${twins[0]} and ${twins[1]} are one file on other systems, so the archive was not sealed.`
  throw new AppError('ARCHIVE_INVALID', `${why} Make a zip of it, or copy its folder as it is.`, { file: twins[1] })
}

async function requireValid(bag: string, { signal, report }: PackControl): Promise<void> {
  const { valid, problems } = await verifyBag(bag, {
    signal,
    report: (done, total, bytes) => report({ phase: 'verifying', done, total, bytes }),
  }).catch((error: unknown) => {
    throw signal.aborted ? error : toFolderError(error, 'the archive folder')
  })
  if (valid) return
  // A sum that is wrong says less than the file that makes it wrong.
  const first = problems.find(({ code }) => code !== 'OXUM_MISMATCH') ?? problems[0]!
  const more = problems.length > 1 ? ` And ${problems.length - 1} more.` : ''
  throw new AppError(
    'ARCHIVE_INVALID',
    `The archive is not valid, so no file was made of it: ${first.message}${more} Restore it, then try again.`,
    { problems: problems.slice(0, 10) },
  )
}
