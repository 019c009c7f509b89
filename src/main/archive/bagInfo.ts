/** A label and its text, in the order of the file. */
export type BagInfo = [label: string, text: string][]

/** bag-info.txt: a line each; what would begin a new line, and so a new label, becomes a space. */
export function formatBagInfo(info: BagInfo): string {
  return info.map(([label, text]) => `${label}: ${text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()}\n`).join('')
}

/**
 * Reads bag-info.txt (RFC 8493, section 2.2.2): a line that begins with white space goes on with the one before.
 * Lines without a colon are answered as bad.
 */
export function parseBagInfo(text: string): { info: BagInfo; bad: string[] } {
  const info: BagInfo = []
  const bad: string[] = []
  for (const line of text.split(/\r\n|\r|\n/)) {
    const colon = line.indexOf(':')
    const last = info.at(-1)
    if (/^[ \t]+\S/.test(line) && last !== undefined) last[1] = `${last[1]} ${line.trim()}`
    else if (colon > 0) info.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()])
    else if (line.trim() !== '') bad.push(line)
  }
  return { info, bad }
}
