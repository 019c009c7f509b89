/** First and last byte, both included. */
export type ByteRange = { first: number; last: number }

/**
 * Reads a Range header against a size in bytes (RFC 9110, section 14.1.2). null: no usable header, answer the whole;
 * 'unsatisfiable': answer 416. Of several ranges none is used, which the RFC allows.
 */
export function parseByteRange(header: string | null, size: number): ByteRange | 'unsatisfiable' | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '')
  if (!match) return null
  const [, from = '', to = ''] = match
  if (from === '') return suffix(to, size)
  const first = Number(from)
  const last = to === '' ? size - 1 : Math.min(Number(to), size - 1)
  if (to !== '' && Number(to) < first) return null
  return first < size ? { first, last } : 'unsatisfiable'
}

function suffix(length: string, size: number): ByteRange | 'unsatisfiable' | null {
  if (length === '') return null
  const wanted = Math.min(Number(length), size)
  return wanted > 0 ? { first: size - wanted, last: size - 1 } : 'unsatisfiable'
}
