import type { BagProblem } from '../../../shared/archives/model.ts'

/** What bagit.txt says. decode throws a TypeError for bytes that are not of the encoding; extraLines: it has more than two. */
export type Declaration = { version: string; encoding: string; decode(bytes: Uint8Array): string; extraLines: boolean }

const versions = new Set(['0.93', '0.94', '0.95', '0.96', '0.97', '1.0'])

/** Reads bagit.txt: two lines, always in UTF-8 without a byte order mark (RFC 8493, section 2.1.1). */
export function readDeclaration(bytes: Uint8Array): Declaration | BagProblem {
  const invalid = (line: number, message: string): BagProblem => problem('TAG_FILE_INVALID', line, message)
  if (bytes[0] === 0xef && bytes[1] === 0xbb) return invalid(1, 'bagit.txt begins with a byte order mark.')
  const [first = '', second = '', ...more] = new TextDecoder().decode(bytes).split(/\r\n|\r|\n/)
  const version = /^BagIt-Version: (\d+\.\d+)$/.exec(first)?.[1]
  if (version === undefined) return invalid(1, 'Line 1 of bagit.txt is not "BagIt-Version: " and a number.')
  if (!versions.has(version)) return problem('UNSUPPORTED_VERSION', 1, `BagIt version ${version} is not known.`)
  const encoding = /^Tag-File-Character-Encoding: (\S+)$/.exec(second)?.[1]
  if (encoding === undefined)
    return invalid(2, 'Line 2 of bagit.txt is not "Tag-File-Character-Encoding: " and an encoding.')
  const third = more.findIndex((line) => line.trim() !== '')
  if (third !== -1) return invalid(third + 3, `Line ${third + 3} of bagit.txt is one too many.`)
  try {
    return { version, encoding, decode: decoderFor(encoding), extraLines: more.length > 1 }
  } catch {
    return invalid(2, `The encoding ${encoding} of the tag files is not known.`)
  }
}

function problem(code: BagProblem['code'], line: number, message: string): BagProblem {
  return { code, file: 'bagit.txt', line, message }
}

function decoderFor(encoding: string): Declaration['decode'] {
  const decoder = new TextDecoder(encoding, { fatal: true })
  if (!/^utf-?16$/i.test(encoding)) return (bytes) => decoder.decode(bytes)
  const bigEndian = new TextDecoder('utf-16be', { fatal: true })
  // By its mark; without one by its first character, which is of ASCII in every tag file.
  const isBig = (bytes: Uint8Array): boolean => (bytes[0] === 0xfe && bytes[1] === 0xff) || bytes[0] === 0
  return (bytes) => (isBig(bytes) ? bigEndian : decoder).decode(bytes)
}
