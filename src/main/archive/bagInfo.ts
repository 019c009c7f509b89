/** A label and its text, in the order of the file. */
export type BagInfo = [label: string, text: string][]

/** bag-info.txt: a line each; what would begin a new line, and so a new label, becomes a space. */
export function formatBagInfo(info: BagInfo): string {
  return info.map(([label, text]) => `${label}: ${text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()}\n`).join('')
}

/** lines: where each element begins, from 1. bad: lines without a label and a colon. loose: with other white space than the standard's. */
export type ParsedBagInfo = { info: BagInfo; lines: number[]; bad: number[]; loose: number[] }

/** Reads bag-info.txt (RFC 8493, section 2.2.2): a line that begins with white space goes on with the one before. */
export function parseBagInfo(text: string): ParsedBagInfo {
  const parsed: ParsedBagInfo = { info: [], lines: [], bad: [], loose: [] }
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    const colon = line.indexOf(':')
    const last = parsed.info.at(-1)
    if (/^[ \t]+\S/.test(line) && last !== undefined) last[1] = `${last[1]} ${line.trim()}`.trim()
    else if (colon > 0 && line.slice(0, colon).trim() !== '') {
      parsed.info.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()])
      parsed.lines.push(index + 1)
      if (!/^[^\s:](?:[^:]*[^\s:])?:(?:[ \t].*)?$/s.test(line)) parsed.loose.push(index + 1)
    } else if (line.trim() !== '') parsed.bad.push(index + 1)
  }
  return parsed
}
