import type { SavedInventory } from '../../../shared/offboarding/inventory.ts'
import { subjectDetail } from '../../../shared/offboarding/subject.ts'
import { subjectOf } from '../../../shared/offboarding/subjectOf.ts'
import { readableBytes } from '../../files/diskErrors.ts'
import { html, type Markup } from '../../html/markup.ts'
import { fact, pageHead } from '../../html/page.ts'
import { counted, readableInstant, readableLength } from '../../html/readable.ts'
import type { BagFile } from '../bagFile.ts'
import type { CallTally } from '../belongings/callsCsv.ts'
import type { Custody } from '../belongings/json.ts'
import { createLocalTime } from '../messageText.ts'
import { extensionsOf } from '../listing.ts'
import type { PlayableCopies } from '../playable/copies.ts'
import type { Proven } from '../proveMessage.ts'
import { linkTo, messageItem } from './message.ts'
import { messageStyle } from './style.ts'

export type PageContent = {
  inventory: SavedInventory
  messages: readonly Proven[]
  custody: Custody
  savedAt: string
  /** Null when the calls are not part of the archive. */
  calls: CallTally | null
  copies: PlayableCopies
  /** The other files of the payload. */
  files: readonly BagFile[]
}

/**
 * data/index.html: complete without Offhook, scripts or network. Nothing but the audio beside it is loaded. Given in
 * pieces, because thousands of messages make a long page.
 */
export function* archivePage(content: PageContent): Generator<string> {
  const { messages, calls, files } = content
  yield top(content).html
  if (messages.length === 0) yield html`<p class="soft">There were no voicemail messages on the extension.</p>`.html
  else {
    const localTime = createLocalTime()
    const zone = commonZone(messages)
    const extensions = extensionsOf(content.inventory)
    if (zone !== null) yield html`<p class="soft">Times are those of the mailbox, in ${zone}.</p>`.html
    yield '<ol class="messages">\n'
    for (const one of messages) {
      const extension = extensions.size > 1 ? extensions.get(one.message.extensionId) : undefined
      yield messageItem(one, {
        localTime,
        withZone: zone === null,
        extension: extension ?? null,
        copy: content.copies.made.get(one.position) ?? null,
      }).html
    }
    yield '</ol>\n'
  }
  if (calls !== null) yield callSummary(calls).html
  yield fileList(files).html
  yield bottom(content).html
}

function top({ inventory, messages, custody, savedAt }: PageContent): Markup {
  const { name } = subjectOf(inventory)
  const unheard = messages.filter(({ message }) => !message.read).length
  const urgent = messages.filter(({ message }) => message.urgent).length
  const seconds = messages.reduce((sum, { message }) => sum + message.seconds, 0)
  const bytes = messages.reduce((sum, { proof }) => sum + proof.bytes, 0)
  const head = pageHead({ title: `${name}: voicemail archive`, style: messageStyle, loads: "media-src 'self' file:" })
  return html`${head}
    <header>
      <p class="kicker">Voicemail archive</p>
      <h1><bdi>${name}</bdi></h1>
      <p class="lead">${leadOf(inventory)}</p>
      <p class="soft">Saved ${readableInstant(savedAt)} by <bdi>${custody.operator}</bdi></p>
      <dl class="facts">
        ${fact('Messages', String(messages.length))} ${fact('Total length', readableLength(seconds))}
        ${fact('Not heard', String(unheard))} ${fact('Urgent', String(urgent))} ${fact('Audio', readableBytes(bytes))}
      </dl>
    </header>
    <main>
      <h2>Messages</h2>
     `
}

function leadOf(inventory: SavedInventory): string {
  if (!('user' in inventory)) return subjectDetail(subjectOf(inventory))
  const { user, extension } = inventory
  const about = [
    extension === null ? '' : `Extension ${extension.extensionNumber}`,
    user.jobTitle,
    user.department,
    user.primaryEmail,
  ]
  return about.filter((part) => part !== '').join(' · ')
}

/** The zone is said once when all messages share it, else beside each time. */
function commonZone(messages: readonly Proven[]): string | null {
  const zones = new Set(messages.map(({ message }) => message.timezone))
  return zones.size === 1 ? [...zones][0]! : null
}

function callSummary({ count, incoming, outgoing, seconds, first, last }: CallTally): Markup {
  if (count === 0)
    return html`<h2>Calls</h2>
      <p class="soft">There were no call records.</p> `
  return html`<h2>Calls</h2>
    <p>
      ${counted(count, 'call')} from ${first.slice(0, 10)} to ${last.slice(0, 10)}:
      ${counted(incoming, 'incoming', 'incoming')}, ${counted(outgoing, 'outgoing', 'outgoing')},
      ${readableLength(seconds)} of talk. <a href="calls.csv">calls.csv</a>
    </p>
    <p class="soft">
      In the table a leading apostrophe keeps a spreadsheet from running a cell; it is not part of the value.
    </p> `
}

function fileList(files: readonly BagFile[]): Markup {
  const items = files.map(
    ({ path, bytes }) =>
      html`<li>
        <a href="${linkTo(path)}">${path.replace(/^data\//, '')}</a
        ><span class="soft number">${readableBytes(bytes)}</span>
      </li> `,
  )
  return html`<h2>Other files</h2>
    <ul class="files">
      ${items}
    </ul> `
}

function bottom({ custody }: PageContent): Markup {
  return html`<h2>Checking this archive</h2>
<p>The folder is a BagIt 1.0 bag (RFC 8493): a manifest names the SHA-256 of every file in it. In the folder above this page:</p>
<code class="block">sha256sum --check --quiet manifest-sha256.txt</code>
</main>
<footer>
<p>Saved by <bdi>${custody.operator}</bdi> from <bdi>${custody.source}</bdi> with ${custody.software}. Run ${custody.runId}.</p>
</footer>
</body>
</html>
`
}
