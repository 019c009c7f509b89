const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }
/** Parts of a page that nobody reads, with what stands in them. */
const unread = /<(style|script|head|title)\b[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->/gi
const lineEnds = /<(?:br|hr)\b[^>]*>|<\/(?:p|div|tr|li|h[1-6]|table)\s*>/gi

/** The words of a mail that was written as HTML only: a line for each line, nothing of the page. */
export function htmlText(html: string): string {
  const words = html
    .replaceAll(/\s+/g, ' ')
    .replaceAll(unread, '')
    .replaceAll(lineEnds, '\n')
    .replaceAll(/<[^>]*>/g, '')
  return decoded(words)
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}

function decoded(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,6}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return named[String(name).toLowerCase()] ?? whole
    const code = hex === undefined ? Number(decimal) : Number.parseInt(String(hex), 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
