const contentType = /^content-type:.*(?:\r?\n[ \t].*)*/im
/** Headers are shorter; more of a mail without an empty line is none. */
const longest = 256 * 1024

/** Follows the lines of a mail. */
export type EndOfMail = { take(line: Buffer): void; mayBeHere(): boolean }

/** The boundary that a header Content-Type names. */
export function boundaryIn(header: string): string | null {
  const [, quoted, plain] = /;\s*boundary\s*=\s*(?:"([^"]+)"|([^\s;"]+))/i.exec(header) ?? []
  return quoted ?? plain ?? null
}

/**
 * Tells whether a mail may be at its end: behind its headers and, where it has parts, behind the boundary after the last of
 * them (RFC 2046, 5.1.1). What is quoted in a part is before that.
 */
export function followMail(): EndOfMail {
  let head: string | null = ''
  let open: Buffer | null = null
  return {
    take: (line) => {
      if (head === null) {
        if (open !== null && line.subarray(0, open.length).equals(open)) open = null
      } else if (head !== '' && line.length <= 2 && line.toString('latin1').trim() === '') {
        const boundary = boundaryIn(contentType.exec(head)?.[0] ?? '')
        open = boundary === null ? null : Buffer.from(`--${boundary}--`, 'latin1')
        head = null
      } else if (head.length < longest) head += line.toString('latin1')
    },
    mayBeHere: () => head === null && open === null,
  }
}
