import { html, type Markup } from '../../html/markup.ts'
import { readableLength } from '../../html/readable.ts'
import { playableFormats } from '../../../shared/voicemail/model.ts'
import { callerOf, spacedNumber, type LocalTime } from '../messageText.ts'
import type { Proven } from '../proveMessage.ts'

/** What is said of each message only where messages differ in it. */
export type Differing = { localTime: LocalTime; withZone: boolean; extension: string | null }

/** One message in the list: number, caller, time of the mailbox, with zone and extension where they differ, player, transcript. */
export function messageItem(
  { position, message, file }: Proven,
  { localTime, withZone, extension }: Differing,
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
    <div class="sound">${player(file, message)}<span>${readableLength(message.seconds)}</span></div>
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

/** A browser plays most formats; GSM needs a program of its own, so the file itself is offered. */
function player(file: string, { format, callerName, callerNumber }: Proven['message']): Markup {
  const source = linkTo(file)
  const label = `Message from ${callerOf({ callerName, callerNumber }) || 'an unknown caller'}`
  return playableFormats.has(format)
    ? html`<audio controls preload="none" src="${source}" aria-label="${label}"></audio>`
    : html`<a href="${source}" aria-label="${label}">Open the GSM recording</a>`
}

/** A path inside the bag as a link from data/index.html. */
export function linkTo(path: string): string {
  return path
    .replace(/^data\//, '')
    .split('/')
    .map(encodeURIComponent)
    .join('/')
}
