import { readSync } from 'node:fs'

/** Random access to bytes that need not be in memory; slice is shorter at the end of the data. */
export type ByteSource = { readonly size: number; slice(offset: number, length: number): Uint8Array }

export function bytesSource(bytes: Uint8Array): ByteSource {
  return { size: bytes.length, slice: (offset, length) => bytes.subarray(offset, offset + length) }
}

const windowBytes = 64 * 1024

/** Reads an open file through one small window, so that hours of audio are measured in bounded memory. */
export function fileSource(fd: number, size: number): ByteSource {
  const buffer = Buffer.allocUnsafe(windowBytes)
  let start = 0
  let held = 0
  return {
    size,
    slice(offset, length) {
      if (length > windowBytes) return readWhole(fd, offset, length)
      if (offset < start || offset + length > start + held) {
        start = offset
        held = readSync(fd, buffer, 0, windowBytes, offset)
      }
      return buffer.subarray(offset - start, Math.min(offset - start + length, held))
    },
  }
}

function readWhole(fd: number, offset: number, length: number): Uint8Array {
  const bytes = Buffer.allocUnsafe(length)
  return bytes.subarray(0, readSync(fd, bytes, 0, length, offset))
}
