import type { ArchivedMessage } from '../../../../shared/archives/model.ts'
import { fold } from '../../../../shared/directory/fold.ts'
import type { LocalTime } from '../../../archive/messageText.ts'

type About = { personName: string; extension: string | null }

/** heard: what a message is found by only by those who may listen. */
export type MessageText = { text: string; heard: string }

/** What a message is found by, folded, a line each; two empty lines end it. */
export function messageText(about: About, message: ArchivedMessage, note: string, localTime: LocalTime): MessageText {
  const { callerName, callerNumber, receivedAt, timezone, folder, transcript } = message
  const lines = [
    `${about.personName} ${about.extension ?? ''}`,
    callerName,
    callerNumber.replaceAll(/[().\-/\s]/g, ''),
    localTime(receivedAt, timezone),
    folder,
    note,
    '',
  ]
  return { text: fold(lines.join('\n')), heard: fold(`${transcript ?? ''}\n\n`) }
}

/** What an archive is found by, folded, a line each. */
export function archiveText(about: About & { path: string; note: string; purpose: string; tags: readonly string[] }) {
  const { personName, extension, path, note, purpose, tags } = about
  return fold([`${personName} ${extension ?? ''}`, path, purpose, ...tags, note].join('\n'))
}
