import { createReadStream, existsSync } from 'node:fs'
import { lstat, open, rename, rm, rmdir, type FileHandle } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { AppError } from '../../../shared/ipc/errors.ts'
import { isDiskFull, readableBytes, toFolderError, toReadError } from '../../files/diskErrors.ts'
import { flushFolder } from '../../files/flushFolder.ts'
import { makeFolders } from '../../files/makeFolders.ts'
import { retryBusy } from '../../files/retryBusy.ts'
import { requireRoom, type Room } from '../../files/room.ts'
import { requireArchiveFolder } from '../requireArchiveFolder.ts'
import { refuseTwins, requireValid, rootOf } from './sealedContent.ts'
import { unsealStream } from './sealStream.ts'
import { endedEarly, StreamReader } from './streamReader.ts'
import { unsealedPartialOf } from './unsealedPartial.ts'
import { listZip, StreamTail, type ZippedFile } from './zipDirectory.ts'

export type UnsealRequest = { file: string; to: string; passphrase: string }
export type UnsealControl = { signal: AbortSignal; report(progress: UnsealProgress): void }
export type UnsealProgress = { phase: 'opening' | 'unpacking'; done: number; total: number; bytes: number }

const localHeadBytes = 30

/**
 * Opens a sealed archive into a new folder below `to`, and answers that. Read twice: first all of it is decrypted and its
 * end kept, so that a wrong passphrase or a damaged file is told before anything is written; then each file is written as
 * it comes. The folder appears whole, flushed and verified, or not at all. Throws NOT_FOUND, VALIDATION_FAILED where `to`
 * is a file or lies in an archive, ARCHIVE_INVALID, CONFLICT (details: the folder that is there), DISK_FULL, FILE_PROBLEM,
 * and the signal's reason.
 */
export async function unsealArchive(request: UnsealRequest, control: UnsealControl): Promise<string> {
  const file = resolve(request.file)
  const { size } = await lstat(file).catch(() => {
    throw new AppError('NOT_FOUND', `There is no file ${file}. Check its name, and that its disk is connected.`)
  })
  await requireArchiveFolder(resolve(request.to), 'the folder')
  // Sealing makes nothing smaller: what has no room for the file has none for the archive, and nobody waits to hear it.
  await requireRoom(resolve(request.to), size, noRoom)
  const pieces = (): AsyncGenerator<Uint8Array> => piecesOf(file, request.passphrase)
  const tail = new StreamTail()
  for await (const piece of pieces()) {
    control.signal.throwIfAborted()
    tail.add(piece)
    control.report({ phase: 'opening', done: tail.total, total: size, bytes: tail.total })
  }
  const files = await listZip(tail)
  const root = rootOf(files)
  refuseTwins(files)
  const folder = join(resolve(request.to), root)
  if (existsSync(folder))
    throw new AppError('CONFLICT', `${folder} exists already. Move it away, or choose another folder.`, { folder })
  try {
    const places = { folder, partial: unsealedPartialOf(request) }
    await unpack(new StreamReader(pieces()), files, places, control)
  } catch (error) {
    control.signal.throwIfAborted()
    throw toUnpackError(error)
  }
  return folder
}

/** What is wrong with reading is told of the file that is read, not of the folder that is written meanwhile. */
async function* piecesOf(file: string, passphrase: string): AsyncGenerator<Uint8Array> {
  try {
    yield* unsealStream(() => createReadStream(file), passphrase)
  } catch (error) {
    throw toReadError(error, file)
  }
}

function noRoom({ needed, missing }: Room): string {
  return `The archive takes ${readableBytes(needed)}. Make room for ${readableBytes(missing)} more, or choose another disk.`
}

function toUnpackError(error: unknown): unknown {
  if (!isDiskFull(error)) return toFolderError(error, 'the folder')
  const message = 'The disk is full, so the archive was not opened. Make room, or choose another disk.'
  return new AppError('DISK_FULL', message, {}, { cause: error })
}

async function unpack(
  reader: StreamReader,
  files: readonly ZippedFile[],
  { folder, partial }: { folder: string; partial: string },
  { signal, report }: UnsealControl,
): Promise<void> {
  const above = await makeFolders(dirname(folder))
  try {
    await requireRoom(
      dirname(folder),
      files.reduce((sum, { bytes }) => sum + bytes + 4096, 0),
      noRoom,
    )
    await rm(partial, { recursive: true, force: true })
    // Every bag has it; a zip does not name a folder without files.
    const folders = new Set<string>([partial, ...(await makeFolders(join(partial, 'data')))])
    for (const [index, one] of files.entries()) {
      signal.throwIfAborted()
      const target = join(partial, one.name.slice(one.name.indexOf('/') + 1))
      for (const made of await makeFolders(dirname(target))) folders.add(made)
      await writeOne(reader, one, target)
      report({ phase: 'unpacking', done: index + 1, total: files.length, bytes: reader.position })
    }
    for (const made of folders) await flushFolder(made)
    await requireValid(partial, signal)
    await retryBusy(() => rename(partial, folder))
    await flushFolder(dirname(folder))
  } catch (error) {
    await rm(partial, { recursive: true, force: true }).catch(() => undefined)
    // Only as far as nobody else has put something there.
    for (const made of above.toReversed()) await rmdir(made).catch(() => undefined)
    throw error
  } finally {
    await reader.close().catch(() => undefined)
  }
}

/** The head of a file in the zip, then its bytes. Their hash is the bag's to check. */
async function writeOne(reader: StreamReader, { at, bytes }: ZippedFile, target: string): Promise<void> {
  await reader.skipTo(at)
  const head = await reader.exactly(localHeadBytes)
  await reader.exactly(head.readUInt16LE(26) + head.readUInt16LE(28))
  const handle = await open(target, 'wx', 0o644)
  try {
    await copy(reader, bytes, handle)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function copy(reader: StreamReader, bytes: number, handle: FileHandle): Promise<void> {
  for (let left = bytes; left > 0;) {
    const piece = await reader.some(left)
    if (piece.length === 0) throw endedEarly()
    await handle.writeFile(piece)
    left -= piece.length
  }
}
