/** note: what is not certain about the bytes: a sentence; null when all is. */
export type Decoded = { bytes: Uint8Array; note: string | null }

/** What the body of a part stands for by its Content-Transfer-Encoding (RFC 2045, 6); any other name stands for itself. */
export function decodeBody(encoding: string, body: Uint8Array): Decoded {
  if (encoding.includes('base64')) return decodeBase64(textOf(body))
  if (encoding === 'quoted-printable') return decodeQuotedPrintable(textOf(body))
  return { bytes: body, note: null }
}

const unit = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

/** Padding ends the data, or an empty line: a server of a list writes its own words behind. */
function decodeBase64(text: string): Decoded {
  const end = /=+|\n[ \t\r]*\n/.exec(text.trimStart())
  const start = text.length - text.trimStart().length
  const data = end === null ? text : text.slice(0, start + end.index + end[0].length)
  const rest = text.slice(data.length).trim()
  if (rest === '') return { bytes: bytesOf(data), note: null }
  const lines = text.split('\n').flatMap((line) => line.trim() || [])
  // Some programs pad every line, or leave lines empty.
  const isPadded = lines[0]!.endsWith('=') && lines.every((line) => unit.test(line))
  if (isPadded) return { bytes: Buffer.concat(lines.map(bytesOf)), note: null }
  if (!data.includes('=') && /^[A-Za-z0-9+/]+=*$/.test(lines.join(''))) return { bytes: bytesOf(text), note: null }
  return { bytes: bytesOf(data), note: 'Other text follows the recording in the mail and was left out.' }
}

/** Signs that are none of base64 are passed over; the decoder would take two of them for those of another alphabet. */
function bytesOf(text: string): Buffer {
  return Buffer.from(text.replaceAll(/[^A-Za-z0-9+/]+/g, ''), 'base64')
}

/**
 * Binary data has its line ends written as =0D=0A (RFC 2045, 6.7); of others nobody knows what they were. White space before
 * a line end was added on the way.
 */
function decodeQuotedPrintable(text: string): Decoded {
  const lines = text.split('\n').map((line) => line.trimEnd())
  const joined = lines.join('\n').replaceAll('=\n', '').replace(/=$/, '')
  const decoded = joined.replaceAll(/=([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  const note = joined.includes('\n') ? 'Its quoted-printable text has line ends in it: LF was taken for each.' : null
  return { bytes: Buffer.from(decoded, 'latin1'), note }
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}
