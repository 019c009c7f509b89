import { readSync } from 'node:fs'

/** Random access to audio that need not be in memory; slice is shorter at the end of the data. */
export type AudioSource = { readonly size: number; slice(offset: number, length: number): Uint8Array }

export function bytesSource(bytes: Uint8Array): AudioSource {
  return { size: bytes.length, slice: (offset, length) => bytes.subarray(offset, offset + length) }
}

const windowBytes = 1024 * 1024

/** Reads an open file through one window of 1 MiB, so that hours of audio are measured in bounded memory. */
export function fileSource(fd: number, size: number): AudioSource {
  const buffer = Buffer.allocUnsafe(windowBytes)
  let start = 0
  let held = 0
  return {
    size,
    slice(offset, length) {
      if (offset < start || offset + length > start + held) {
        start = offset
        held = readSync(fd, buffer, 0, windowBytes, offset)
      }
      return buffer.subarray(offset - start, Math.min(offset - start + length, held))
    },
  }
}

/** A little-endian number of 2 or 4 bytes; 0 beyond the end. */
export function littleEndian(bytes: Uint8Array, offset: number, length: 2 | 4): number {
  let value = 0
  for (let index = length - 1; index >= 0; index -= 1) value = value * 256 + (bytes[offset + index] ?? 0)
  return value
}

export function ascii(bytes: Uint8Array, offset: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(offset, offset + length))
}
