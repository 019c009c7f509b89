import { html, type Markup } from '../../html/markup.ts'
import { readableLength } from '../../html/readable.ts'
import { formatNames, playableFormats } from '../../../shared/voicemail/model.ts'
import { callerOf, spacedNumber, type LocalTime } from '../messageText.ts'
import type { PlayableCopy } from '../playable/copies.ts'
import type { Proven } from '../proveMessage.ts'

/** What is said of a message only where messages differ in it; and the copy that plays, where there is one. */
export type Beside = { localTime: LocalTime; withZone: boolean; extension: string | null; copy: PlayableCopy | null }

/** One message in the list: number, caller, time of the mailbox, with zone and extension where they differ, player, transcript. */
export function messageItem(
  { position, message, file }: Proven,
  { localTime, withZone, extension, copy }: Beside,
): Markup {
  const caller = callerOf(message)
  const named = message.callerName.trim() !== ''
  const number = spacedNumber(message.callerNumber)
  return html`<li id="m${position}">
    <span class="position">${position}</span>
    <div>
      <p class="caller"><bdi>${caller === '' ? 'Unknown caller' : caller}</bdi> ${flags(message)}</p>
      ${named && number !== '' ? html`<p class="soft"><bdi>${number}</bdi></p>` : null}
    </div>
    <div class="when">
      <time datetime="${message.receivedAt}">${localTime(message.receivedAt, message.timezone)}</time>
      ${extension === null ? null : html`<p class="soft">Extension ${extension}</p>`}
      ${withZone ? html`<p class="soft">${message.timezone}</p>` : null}
    </div>
    <div class="sound">${player(file, message, copy)}<span>${readableLength(message.seconds)}</span></div>
    ${message.transcript === null ? null : html`<p class="transcript"><bdi>${message.transcript}</bdi></p>`}
  </li> `
}

function flags({ read, urgent, folder }: Proven['message']): readonly Markup[] {
  return [
    ...(urgent ? [html`<span class="flag urgent">Urgent</span>`] : []),
    ...(read ? [] : [html`<span class="flag unheard">Not heard</span>`]),
    ...(folder.toUpperCase() === 'INBOX' || folder === ''
      ? []
      : [html`<span class="flag"><bdi>${folder}</bdi></span>`]),
  ]
}

/** Of a format that no browser plays the copy is heard and the original is offered; without a copy the original alone. */
function player(
  file: string,
  { format, callerName, callerNumber }: Proven['message'],
  copy: PlayableCopy | null,
): Markup {
  const label = `Message from ${callerOf({ callerName, callerNumber }) || 'an unknown caller'}`
  const audio = (path: string): Markup =>
    html`<audio controls preload="none" src="${linkTo(path)}" aria-label="${label}"></audio>`
  if (playableFormats.has(format)) return audio(file)
  const name = formatNames[format]
  if (copy === null)
    return html`<a href="${linkTo(file)}" aria-label="${label}">Open the ${name} recording in another program</a>`
  return html`${audio(copy.path)}<a class="original" href="${linkTo(file)}" aria-label="${label}, original in ${name}"
      >Original (${name})</a
    >`
}

/** A path inside the bag as a link from data/index.html. */
export function linkTo(path: string): string {
  return path
    .replace(/^data\//, '')
    .split('/')
    .map(encodeURIComponent)
    .join('/')
}
