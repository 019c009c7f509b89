export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be'

/** So many bytes of the names of columns show how a table without a mark is encoded. */
const shown = 16

/** The encoding that the first bytes of a table show: a mark, or a zero in every second byte, as names in UTF-16 have it. */
export function encodingOf(bytes: Uint8Array): TextEncoding {
  const mark = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0)
  if (mark === 0xfeff || zerosAt(bytes, 0)) return 'utf-16be'
  return mark === 0xfffe || zerosAt(bytes, 1) ? 'utf-16le' : 'utf-8'
}

/** Whether every second byte is zero, from the first or the second on, and no other is. */
function zerosAt(bytes: Uint8Array, first: 0 | 1): boolean {
  const start = bytes.subarray(0, shown)
  return start.length > 1 && start.every((byte, index) => (byte === 0) === (index % 2 === first))
}

/** Whether bytes that are not UTF-16 are no text at all: a picture, a spreadsheet or a recording has zeros. */
export function isNoText(bytes: Uint8Array): boolean {
  return bytes.includes(0)
}

/** Whether a decoder that is fatal met bytes that are none of its encoding. */
export function isNotDecoded(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA'
}
