import { lstat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { AppError } from '../../../../../shared/ipc/errors.ts'
import { toReadError } from '../../../../files/diskErrors.ts'
import { walkFolder } from '../../../../files/walkFolder.ts'
import type { OpenedSource, SourceItem, VoicemailSource } from '../source.ts'
import { otherFiles } from '../otherFiles.ts'
import { isForwarded, isMail, isPacked, lettersOf } from './letters.ts'
import { itemsOf as itemsOfLetter } from './voicemail.ts'

/** Voicemail that systems sent as mail, out of files that mail programs save. */
export const mail: VoicemailSource = {
  kind: 'mail',
  detect: async (path) => {
    try {
      return (await filesAt(path)).mails.length > 0
    } catch {
      return false
    }
  },
  open: async (path, { answers }) => {
    const files = await filesAt(path)
    if (files.mails.length === 0)
      throw new AppError(
        'IMPORT_REJECTED',
        'There is no mail in it: no file ends with .eml, .emlx, .msg or .mbox, and it is no Maildir.',
      )
    const extension = (answers['extension'] ?? '').trim()
    return {
      listed: null,
      fields: [
        {
          key: 'extension',
          label: 'Extension for all of it (empty: by the address that each mail was sent to)',
          value: extension,
          choices: null,
        },
      ],
      items: () => itemsOf(files, extension),
      close: async () => undefined,
    } satisfies OpenedSource
  },
}

type MailFile = { name: string; path: string }
type Files = {
  mails: readonly MailFile[]
  others: readonly string[]
  links: readonly string[]
  unread: readonly { path: string }[]
}

/** In order of their names. Throws FILE_PROBLEM. */
async function filesAt(path: string): Promise<Files> {
  try {
    if (!(await lstat(path)).isDirectory())
      return { mails: isMail(path) ? [{ name: basename(path), path }] : [], others: [], links: [], unread: [] }
    const { files, strange, unread } = await walkFolder(path)
    const found = [...files].toSorted().map((name) => ({ name, path: join(path, ...name.split('/')) }))
    const mails = found.filter((file) => isMail(file.path))
    const known = new Set(mails.map(({ name }) => name))
    return { mails, others: [...files].filter((name) => !known.has(name)), links: strange, unread }
  } catch (cause) {
    throw toReadError(cause, path)
  }
}

const packed =
  'What is attached to it is packed as winmail.dat, which only Outlook reads. Save the mail in Outlook as .msg, and import that.'

/** Mail without a recording is counted and said once: a mailbox is full of it. */
async function* itemsOf({ mails, ...beside }: Files, extension: string): AsyncGenerator<SourceItem> {
  let without = 0
  for (const file of mails) {
    for await (const { name, letter } of lettersOf(file)) {
      if ('reason' in letter) {
        yield { kind: 'unreadable', file: name, reason: letter.reason, messages: 1 }
        continue
      }
      const items = itemsOfLetter(letter, { file: name, extension })
      yield* items
      if (items.length > 0) continue
      if (letter.attachments.some(isPacked)) yield { kind: 'unreadable', file: name, reason: packed, messages: 1 }
      else if (!letter.attachments.some(isForwarded)) without += 1
    }
  }
  if (without > 0)
    yield {
      kind: 'skipped',
      file: 'mail',
      reason: `${without === 1 ? 'One mail has' : `${without} mails have`} no recording attached.`,
      messages: 0,
    }
  yield* otherFiles(beside)
}
