export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be'

/** The encoding that the first bytes of a table show: those of names in UTF-16 hold zeros, with a mark or without. */
export function encodingOf(bytes: Uint8Array): TextEncoding {
  const mark = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0)
  if (bytes.length >= 2 && (mark === 0xfeff || bytes[0] === 0)) return 'utf-16be'
  return mark === 0xfffe || bytes.subarray(0, 1024).includes(0) ? 'utf-16le' : 'utf-8'
}

/** Whether a decoder that is fatal met bytes that are none of its encoding. */
export function isNotDecoded(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA'
}
