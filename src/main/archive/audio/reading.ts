/** A little-endian number of 2 or 4 bytes; 0 beyond the end. */
export function littleEndian(bytes: Uint8Array, offset: number, length: 2 | 4): number {
  let value = 0
  for (let index = length - 1; index >= 0; index -= 1) value = value * 256 + (bytes[offset + index] ?? 0)
  return value
}

/** A big-endian number of 4 bytes; 0 beyond the end. */
export function bigEndian(bytes: Uint8Array, offset: number): number {
  let value = 0
  for (let index = 0; index < 4; index += 1) value = value * 256 + (bytes[offset + index] ?? 0)
  return value
}

export function ascii(bytes: Uint8Array, offset: number, length: number): string {
  let text = ''
  for (const end = Math.min(offset + length, bytes.length); offset < end; offset += 1)
    text += String.fromCharCode(bytes[offset]!)
  return text
}
