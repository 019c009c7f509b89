import { mapInTurns } from '../jobs/mapInTurns.ts'

/** The letters of a hash; none: it has digits only. */
export type HexCase = 'lower' | 'upper' | 'mixed' | 'none'
/** One line of a manifest: its number from 1, the hash in lower-case hex, and the path as it is written there. */
export type ManifestLine = { line: number; hash: string; hexCase: HexCase; written: string }

/** bad: lines that cannot be read, by their numbers. */
export type ParsedManifest = { lines: ManifestLine[]; bad: number[] }

/** Reads a manifest (RFC 8493, section 2.1.3): hash, white space, path. Lines end with LF, CR or CRLF, and with no other sign. */
export function parseManifest(text: string): ParsedManifest {
  const lines: ManifestLine[] = []
  const bad: number[] = []
  for (const [index, content] of linesOf(text)) {
    const parsed = parseLine(content, index + 1)
    if (parsed === null) bad.push(index + 1)
    else lines.push(parsed)
  }
  return { lines, bad }
}

/** The lines that are not empty, each with how many are above it. */
function linesOf(text: string): [index: number, content: string][] {
  return [...text.split(/\r\n|\r|\n/).entries()].filter(([, content]) => content.trim() !== '')
}

function parseLine(content: string, line: number): ManifestLine | null {
  const match = /^([0-9a-fA-F]+)[ \t]+(.+)$/s.exec(content)
  if (match === null) return null
  return { line, hash: match[1]!.toLowerCase(), hexCase: hexCaseOf(match[1]!), written: match[2]! }
}

function hexCaseOf(hex: string): HexCase {
  const [lower, upper] = [/[a-f]/.test(hex), /[A-F]/.test(hex)]
  if (lower && upper) return 'mixed'
  return lower ? 'lower' : upper ? 'upper' : 'none'
}

/** Line breaks and percent signs are the only characters that a path in a manifest encodes. */
export function decodePath(written: string): string {
  return written.replaceAll(/%(0[aAdD]|25)/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** Path from the root of the bag to the hash, in lower-case hex; of tens of thousands of lines too without standing still. */
export async function hashesByPath(text: string): Promise<Map<string, string>> {
  const entries = await mapInTurns(linesOf(text), ([index, content]) => {
    const line = parseLine(content, index + 1)
    return line === null ? [] : [[decodePath(line.written), line.hash] as const]
  })
  return new Map(entries.flat())
}
