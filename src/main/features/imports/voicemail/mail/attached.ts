import PostalMime, { type Email } from 'postal-mime'
import { decodeBody, type Decoded } from './transferEncoding.ts'

/** What the parser holds of a part while it reads; its types leave this out, and its version is pinned. */
type Part = {
  state: string
  content: ArrayBuffer | null
  parentNode?: Part
  contentTransferEncoding: { encoding: string }
}
type Inside = { currentNode: Part; readPos: number; processLine(line: Uint8Array, isLast: boolean): Promise<void> }
type Body = { start: number; end: number }

/**
 * Reads a mail and where in it each part lies. The parser ends every line with LF and decodes what stands behind base64
 * (RFC 2045, 6.8): what is attached is therefore taken out of the mail itself.
 */
export async function readParts(bytes: Uint8Array): Promise<{ mail: Email; decode(content: unknown): Decoded | null }> {
  const parser = new PostalMime({ attachmentEncoding: 'arraybuffer', forceRfc822Attachments: true })
  const bodies = followBodies(parser as unknown as Inside)
  const mail = await parser.parse(bytes)
  const byContent = new Map<unknown, [Part, Body]>([...bodies].map((one) => [one[0].content, one]))
  return {
    mail,
    decode: (content) => {
      const [part, body] = byContent.get(content) ?? []
      if (part === undefined || body === undefined) return null
      const written = bytes.subarray(body.start, body.end)
      // The line end before a boundary belongs to that (RFC 2046, 5.1.1).
      const own = part.parentNode === undefined ? written : withoutLineEnd(written)
      return decodeBody(part.contentTransferEncoding.encoding, own)
    },
  }
}

/** A line that leaves the parser in the part in which it was is of the body of that; a boundary leads to another. */
function followBodies(parser: Inside): Map<Part, Body> {
  const bodies = new Map<Part, Body>()
  const processLine = parser.processLine.bind(parser)
  let start = 0
  parser.processLine = async (line, isLast) => {
    const [part, end] = [parser.currentNode, parser.readPos]
    const inBody = part.state === 'body'
    await processLine(line, isLast)
    if (inBody && parser.currentNode === part) bodies.set(part, { start: bodies.get(part)?.start ?? start, end })
    start = end
  }
  return bodies
}

function withoutLineEnd(bytes: Uint8Array): Uint8Array {
  if (bytes.at(-1) !== 0x0a) return bytes
  return bytes.subarray(0, bytes.at(-2) === 0x0d ? -2 : -1)
}
