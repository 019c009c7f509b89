import { expect, it } from 'vitest'
import { htmlText } from './htmlText.ts'

it('has a line for each line, and nothing of the page', () => {
  const page = `<html><head><title>Voicemail</title><style>p { color: red }</style></head><body>
    <p>Hello,&nbsp;this is
       Bj&ouml;rn &amp; Zo&#235;.</p><!-- no words --><div>Call me<br>back.</div><script>alert(1)</script></body></html>`
  expect(htmlText(page)).toBe('Hello, this is Björn & Zoë.\nCall me\nback.')
})

// Would catch: a page of tags that are never closed, which keeps an import busy for hours.
it.each(['<', '<style ', '<style>', '<br ', '<!-- ', '<b>', '<b></i>', '&#'])(
  'reads a page of %j in a moment',
  (part) => {
    const started = performance.now()
    htmlText(part.repeat(2_000_000 / part.length))
    expect(performance.now() - started).toBeLessThan(2000)
  },
)
