import { basename } from 'node:path'
import { crc32 } from 'node:zlib'
import { getFileNameLowLevel, openPromise, validateFileName, type Entry, type ZipFile } from 'yauzl'
import { AppError } from '../../shared/ipc/errors.ts'
import { toReadError } from './diskErrors.ts'

/** A zip is a stranger's: its names, sizes and number of files are held against these before anything is unpacked. */
const mostEntries = 500_000
const mostBytes = 256 * 1024 * 1024
/** Audio and JSON never shrink so much; a bomb does. Small files may. */
const mostRatio = 200
const smallBytes = 1024 * 1024
/** What a zip may unpack to whatever its size: many small files, a few of them of silence or of JSON that repeats itself. */
const alwaysBytes = 64 * 1024 * 1024

const unixLink = 0o120000
const unixKind = 0o170000

/** A file in a zip. name: with forward slashes, decoded, inside of the zip. */
export type ZipEntry = { readonly name: string; readonly bytes: number; readonly modifiedAt: Date }
export type ZipRead = { bytes: Buffer } | { reason: string }

export type ReadZip = {
  readonly entries: readonly ZipEntry[]
  /** What is in the zip and not opened, and why. */
  readonly refused: readonly { readonly name: string; readonly reason: string }[]
  read(entry: ZipEntry): Promise<ZipRead>
  close(): void
}

/**
 * Opens a zip for reading and lists what can be read of it. Names that lead out, links, encrypted files, files that are
 * named twice and bombs are refused one by one. Throws FILE_PROBLEM when it cannot be read, IMPORT_REJECTED when it is no
 * whole zip, or all of it together is a bomb.
 */
export async function openZip(path: string, signal?: AbortSignal): Promise<ReadZip> {
  const zip = await opened(path)
  const listed = new Map<string, Entry>()
  const entries: ZipEntry[] = []
  const refused: { name: string; reason: string }[] = []
  try {
    for await (const entry of zip.eachEntry()) {
      signal?.throwIfAborted()
      const name = nameOf(entry)
      if (name.endsWith('/')) continue
      const reason = listed.has(name) ? 'The zip names it twice.' : whyRefused(entry, name)
      if (reason !== null) refused.push({ name, reason })
      else {
        listed.set(name, entry)
        entries.push({ name, bytes: entry.uncompressedSize, modifiedAt: entry.getLastModDate() })
      }
    }
  } catch (cause) {
    zip.close()
    if (signal?.aborted === true) throw cause
    throw torn(path, cause)
  }
  const bytes = entries.reduce((sum, one) => sum + one.bytes, 0)
  if (bytes > zip.fileSize * mostRatio + alwaysBytes) {
    zip.close()
    throw bomb(path)
  }
  return {
    entries,
    refused,
    read: (entry) => readEntry(zip, listed.get(entry.name)!),
    close: () => zip.close(),
  }
}

async function opened(path: string): Promise<ZipFile> {
  try {
    // Sizes are checked here, so that one entry that lies does not keep the others from being read.
    const how = { autoClose: false, lazyEntries: true, decodeStrings: false, validateEntrySizes: false }
    const zip = await openPromise(path, how)
    if (zip.entryCount <= mostEntries) return zip
    zip.close()
    throw new AppError('IMPORT_REJECTED', `${basename(path)} holds more than ${mostEntries} files. Choose another.`)
  } catch (cause) {
    const known = toReadError(cause, path)
    throw known instanceof AppError ? known : torn(path, cause)
  }
}

function bomb(path: string): AppError {
  return new AppError(
    'IMPORT_REJECTED',
    `${basename(path)} would unpack to more than two hundred times its size. Where you trust it, unpack it and choose the folder.`,
  )
}

function torn(path: string, cause: unknown): AppError {
  return new AppError(
    'IMPORT_REJECTED',
    `${basename(path)} is not a whole zip file: its end is missing or its list is damaged. Download it again.`,
    {},
    { cause },
  )
}

/** Names come as bytes, because one that leads out must not keep the others from being read. */
function nameOf({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string {
  return getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false)
}

function whyRefused(entry: Entry, name: string): string | null {
  const { uncompressedSize, compressedSize, externalFileAttributes, versionMadeBy } = entry
  if (validateFileName(name) !== null || /[\0]/.test(name)) return 'Its name leads out of the zip.'
  const madeOnUnix = versionMadeBy >> 8 === 3
  if (madeOnUnix && ((externalFileAttributes >>> 16) & unixKind) === unixLink) return 'It is a link.'
  if (entry.isEncrypted()) return 'It is encrypted. Unpack it with its password first.'
  if (uncompressedSize > mostBytes) return 'It is larger than 256 MB.'
  if (uncompressedSize > smallBytes && uncompressedSize > compressedSize * mostRatio)
    return 'It would unpack to more than two hundred times its size.'
  return null
}

async function readEntry(zip: ZipFile, entry: Entry): Promise<ZipRead> {
  const chunks: Buffer[] = []
  let bytes = 0
  try {
    const stream = await zip.openReadStreamPromise(entry)
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      chunks.push(chunk)
      bytes += chunk.length
      if (bytes > entry.uncompressedSize) return { reason: 'It is larger than the zip says.' }
    }
  } catch {
    return { reason: 'Its part of the zip is damaged. Download the zip again.' }
  }
  const whole = Buffer.concat(chunks)
  if (crc32(whole) === entry.crc32) return { bytes: whole }
  return { reason: 'Its checksum is not the one in the zip. Download the zip again.' }
}
