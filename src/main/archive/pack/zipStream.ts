import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import { readOnly } from '../../files/openFlags.ts'
import { readBytes } from '../../files/readBuffers.ts'
import { changedMeanwhile, type PackedFile } from './packedFiles.ts'

export type ZipControl = { signal: AbortSignal; read(file: PackedFile, bytes: number): void }

/** The beginning of the calendar of zip files, as local time, which is what they hold: the same everywhere. */
const noTime = new Date(1980, 0, 1)

/**
 * A bag as one zip, as it is read: its files stored as they are (audio does not shrink), in order, without times, so that
 * the same bag gives the same bytes; with 64-bit sizes where they are needed. Rejects with ARCHIVE_INVALID when a file is
 * not what its manifest says, and with the signal's reason.
 */
export function zipStream(bag: string, files: readonly PackedFile[], control: ZipControl): Readable {
  const zip = new ZipFile()
  // Typed as any stream; it is a PassThrough.
  const out = zip.outputStream as Readable
  const fail = (error: Error): void => void out.destroy(error)
  zip.on('error', fail)
  const root = basename(bag)
  for (const file of files) {
    const options = { mtime: noTime, mode: 0o100644, compress: false, size: file.bytes, forceDosTimestamp: true }
    zip.addReadStreamLazy(`${root}/${file.path}`, options, (begin) => {
      const content = Readable.from(contentOf(bag, file, control), { objectMode: false })
      content.once('error', fail)
      begin(null, content)
    })
  }
  zip.end()
  return out
}

/** The bytes of a file, which are all that the manifest says when they end. */
async function* contentOf(bag: string, file: PackedFile, { signal, read }: ZipControl): AsyncGenerator<Uint8Array> {
  const hash = createHash(file.expected?.algorithm ?? 'sha256')
  const handle = await open(join(bag, file.path), readOnly)
  try {
    let left = file.bytes
    while (left > 0) {
      signal.throwIfAborted()
      const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(Math.min(readBytes, left)))
      if (bytesRead === 0) throw changedMeanwhile(bag, file.path)
      const bytes = buffer.subarray(0, bytesRead)
      left -= bytesRead
      hash.update(bytes)
      read(file, bytesRead)
      yield bytes
    }
  } finally {
    await handle.close()
  }
  if (file.expected !== null && hash.digest('hex') !== file.expected.hash) throw changedMeanwhile(bag, file.path)
}
