import { Readable } from 'node:stream'
import { RandomAccessReader, fromRandomAccessReader, type Entry } from 'yauzl'
import { AppError } from '../../../shared/ipc/errors.ts'

/** A file in a zip: where its head begins, and how many bytes follow it. */
export type ZippedFile = { name: string; at: number; bytes: number }

/** The directory of a zip stands at its end: enough for some hundred thousand files. */
const keptBytes = 64 * 1024 * 1024

/** Keeps the end of a stream while it passes. */
export class StreamTail {
  readonly #pieces: Uint8Array[] = []
  #held = 0
  #total = 0

  add(piece: Uint8Array): void {
    this.#pieces.push(piece)
    this.#held += piece.length
    this.#total += piece.length
    while (this.#held - this.#pieces[0]!.length >= keptBytes) this.#held -= this.#pieces.shift()!.length
  }

  get total(): number {
    return this.#total
  }

  bytes(): Buffer {
    return Buffer.concat(this.#pieces)
  }
}

/** Lists the files of a zip by the end of it alone, in the order in which they lie there. Throws ARCHIVE_INVALID. */
export async function listZip(tail: StreamTail): Promise<ZippedFile[]> {
  const bytes = tail.bytes()
  const start = tail.total - bytes.length
  const reader = new (class extends RandomAccessReader {
    override _readStreamForRange(from: number, to: number): Readable {
      if (from < start) throw new Error('the directory is too large')
      return Readable.from([bytes.subarray(from - start, to - start)])
    }
  })()
  try {
    const entries = await entriesOf(reader, tail.total)
    const files = entries.filter(({ fileName }) => !fileName.endsWith('/')).map(toFile)
    return files.toSorted((a, b) => a.at - b.at)
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    throw new AppError(
      'ARCHIVE_INVALID',
      'What was sealed is not an archive: it is no zip of stored files. Choose another file.',
      {},
      { cause },
    )
  }
}

function entriesOf(reader: RandomAccessReader, size: number): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    fromRandomAccessReader(reader, size, { lazyEntries: false, autoClose: false }, (error, zip) => {
      if (error !== null) return reject(error)
      const entries: Entry[] = []
      zip.on('entry', (entry: Entry) => void entries.push(entry))
      zip.on('end', () => resolve(entries))
      zip.on('error', reject)
    })
  })
}

/** A colon names a stream of a file on Windows; elsewhere it is a letter like any other. */
const strange = process.platform === 'win32' ? /[\\:\0]/ : /[\\\0]/

/** yauzl refuses absolute names and those with ".."; links, encryption and compression are never in what was sealed here. */
function toFile(entry: Entry): ZippedFile {
  const { fileName, compressionMethod, externalFileAttributes, generalPurposeBitFlag, relativeOffsetOfLocalHeader } =
    entry
  const isLink = ((externalFileAttributes >>> 16) & 0o170000) === 0o120000
  if (isLink || compressionMethod !== 0 || (generalPurposeBitFlag & 1) !== 0 || strange.test(fileName))
    throw new AppError(
      'ARCHIVE_INVALID',
      `What was sealed holds ${fileName}, which no archive of Offhook has. Choose another file.`,
    )
  return { name: fileName, at: relativeOffsetOfLocalHeader, bytes: entry.uncompressedSize }
}
