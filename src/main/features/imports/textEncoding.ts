export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be'

/** So many bytes of a table without a mark show how it is encoded. */
const shown = 1024
/** One of so many of them is zero at least: a comma or a blank between letters that are not Latin. */
const least = 16

/** The encoding that the first bytes of a table show: a mark, or zeros that stand on one side of the pairs alone. */
export function encodingOf(bytes: Uint8Array): TextEncoding {
  const mark = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0)
  const start = bytes.subarray(0, shown)
  const zerosAt = (side: 0 | 1): number => start.filter((byte, index) => byte === 0 && index % 2 === side).length
  const [before, after] = [zerosAt(0), zerosAt(1)]
  const enough = (before + after) * least >= start.length && start.length > 1
  if (mark === 0xfeff || (enough && before > 0 && after === 0)) return 'utf-16be'
  return mark === 0xfffe || (enough && after > 0 && before === 0) ? 'utf-16le' : 'utf-8'
}

/** Whether bytes that are not UTF-16 are no text at all: a picture, a spreadsheet or a recording has zeros. */
export function isNoText(bytes: Uint8Array): boolean {
  return bytes.includes(0)
}

/** Whether a decoder that is fatal met bytes that are none of its encoding. */
export function isNotDecoded(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA'
}
