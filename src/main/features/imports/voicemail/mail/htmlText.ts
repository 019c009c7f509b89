import { Parser } from 'htmlparser2'

/** Elements whose words nobody reads. */
const unread: ReadonlySet<string> = new Set(['head', 'script', 'style', 'title'])
const lineEnds: ReadonlySet<string> = new Set([
  'br',
  'div',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'hr',
  'li',
  'p',
  'table',
  'tr',
])
/** More of a page than any voicemail has; tags that are nested without end cost time. */
const longest = 200_000

/** The words of a mail that was written as HTML only: a line for each line, nothing of the page. */
export function htmlText(html: string): string {
  const words: string[] = []
  let hidden = 0
  const parser = new Parser({
    onopentag: (name) => void (unread.has(name) && (hidden += 1)),
    ontext: (text) => void (hidden === 0 && words.push(text.replaceAll(/\s+/g, ' '))),
    onclosetag: (name) => {
      if (unread.has(name)) hidden -= 1
      if (lineEnds.has(name)) words.push('\n')
    },
  })
  parser.end(html.slice(0, longest))
  return words
    .join('')
    .replaceAll(/ +/g, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}
