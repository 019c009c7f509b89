import type { BagProblem } from '../../../shared/archives/model.ts'

export type Declaration = { version: string; decode(bytes: Uint8Array): string }

const versions = new Set(['0.93', '0.94', '0.95', '0.96', '0.97', '1.0'])
const problem = (code: BagProblem['code'], message: string): BagProblem => ({ code, file: 'bagit.txt', message })

/**
 * Reads bagit.txt: two lines, always in UTF-8 without a byte order mark (RFC 8493, section 2.1.1). decode reads the
 * other tag files in the encoding that it names, and throws a TypeError for bytes that are not of it.
 */
export function readDeclaration(bytes: Uint8Array): Declaration | BagProblem {
  if (bytes[0] === 0xef && bytes[1] === 0xbb)
    return problem('TAG_FILE_INVALID', 'bagit.txt begins with a byte order mark.')
  const text = new TextDecoder().decode(bytes)
  const match = /^BagIt-Version: (\d+\.\d+)(?:\r\n|\r|\n)Tag-File-Character-Encoding: (\S+)(?:\r\n|\r|\n)*$/.exec(text)
  if (match === null)
    return problem('TAG_FILE_INVALID', 'bagit.txt does not consist of a version line and an encoding line.')
  const version = match[1] ?? ''
  const encoding = match[2] ?? ''
  if (!versions.has(version)) return problem('UNSUPPORTED_VERSION', `BagIt version ${version} is not known.`)
  try {
    return { version, decode: decoderFor(encoding) }
  } catch {
    return problem('TAG_FILE_INVALID', `The encoding ${encoding} of the tag files is not known.`)
  }
}

function decoderFor(encoding: string): Declaration['decode'] {
  const decoder = new TextDecoder(encoding, { fatal: true })
  if (!/^utf-?16$/i.test(encoding)) return (bytes) => decoder.decode(bytes)
  const bigEndian = new TextDecoder('utf-16be', { fatal: true })
  return (bytes) => (bytes[0] === 0xfe && bytes[1] === 0xff ? bigEndian : decoder).decode(bytes)
}
