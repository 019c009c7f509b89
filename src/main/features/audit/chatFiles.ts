import { setImmediate as nextTurn } from 'node:timers/promises'
import { plainText, type ChatExportFormat, type ChatMessage } from '../../../shared/audit/chat.ts'
import { csvHead, csvRows } from '../../files/csvText.ts'
import { html, trusted, type Markup } from '../../html/markup.ts'
import { paper } from '../../html/paper.ts'
import { readableInstant } from '../../html/readable.ts'

/** What an export says of itself. */
export type ExportHead = { query: string; reason: string; operator: string; at: string }
type Pages = AsyncIterable<readonly ChatMessage[]>

/** Messages as a file of the format, a page at a time, so that main stays free between them. */
export async function* chatFile(format: ChatExportFormat, head: ExportHead, pages: Pages): AsyncGenerator<string> {
  const { begin, write, end } = writers[format](head)
  yield begin
  for await (const messages of pages) {
    yield messages.map(write).join('')
    await nextTurn()
  }
  yield end
}

type Writer = { begin: string; write: (message: ChatMessage) => string; end: string }

const writers: Readonly<Record<ChatExportFormat, (head: ExportHead) => Writer>> = {
  json: (head) => {
    let separator = '\n'
    return {
      begin: `{"exported": ${JSON.stringify(head)},\n"messages": [`,
      write: (message) => {
        const { id, authorName, authorStatus, room, sentAt } = message
        const line = JSON.stringify({ id, sentAt, room, authorName, authorStatus, body: plainText(message) })
        const text = `${separator}${line}`
        separator = ',\n'
        return text
      },
      end: '\n]}\n',
    }
  },
  csv: () => ({
    begin: csvHead(['sent_at', 'room', 'author', 'account', 'message', 'id']),
    write: (message) => {
      const { id, authorName, authorStatus, room, sentAt } = message
      return csvRows([[sentAt, room, authorName, authorStatus, plainText(message), id]])
    },
    end: '',
  }),
  html: (head) => ({
    begin: `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<title>Chat export</title><style>${paper}</style></head><body>${headOf(head).html}<main><table>
<thead><tr><th scope="col">Sent</th><th scope="col">Room</th><th scope="col">Author</th><th scope="col">Message</th></tr></thead><tbody>`,
    write: (message) => `\n${rowOf(message).html}`,
    end: '\n</tbody></table></main></body></html>\n',
  }),
}

function headOf({ query, reason, operator, at }: ExportHead): Markup {
  return html`<header>
    <p class="kicker">Chat export</p>
    <h1><bdi>${query}</bdi></h1>
    <p class="lead">Reason: <bdi>${reason}</bdi></p>
    <p class="soft">Exported ${readableInstant(at)} by <bdi>${operator}</bdi>. Newest first.</p>
  </header>`
}

function rowOf(message: ChatMessage): Markup {
  const { authorName, authorStatus, room, sentAt } = message
  return html`<tr>
    <td>${readableInstant(sentAt)}</td>
    <td><bdi>${room}</bdi></td>
    <td>
      <bdi>${authorName}</bdi
      >${authorStatus === 'DELETED' ? trusted('<br><span class="soft">account deleted</span>') : null}
    </td>
    <td><bdi>${plainText(message)}</bdi></td>
  </tr>`
}
