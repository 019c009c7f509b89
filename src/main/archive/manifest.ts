/** Path from the root of the bag (decoded) to the hash in lower-case hex. */
export type Manifest = Map<string, string>

export type ParsedManifest = {
  entries: Manifest
  /** Lines that cannot be read, and paths that are named twice. */ bad: string[]
}

/**
 * Reads a manifest: hash, white space, path. An asterisk before the path is how md5sum and its kin mark binary mode.
 * RFC 8493 encodes LF, CR and % in paths.
 */
export function parseManifest(text: string): ParsedManifest {
  const entries: Manifest = new Map()
  const bad: string[] = []
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (line.trim() === '') continue
    const match = /^([0-9a-fA-F]+)[ \t]+\*?(.+)$/.exec(line)
    const path = match === null ? null : decodePath(match[2]!)
    if (match === null || path === null || entries.has(path)) bad.push(line)
    else entries.set(path, match[1]!.toLowerCase())
  }
  return { entries, bad }
}

/** ./data/x is written by tools that follow find; it means data/x. */
function decodePath(path: string): string {
  return path
    .replace(/^(\.\/)+/, '')
    .replaceAll(/%(0[aAdD]|25)/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
