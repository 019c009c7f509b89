import { lstat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { AppError } from '../../../../../shared/ipc/errors.ts'
import { systemCode } from '../../../../files/diskErrors.ts'
import { walkFolder } from '../../../../files/walkFolder.ts'
import type { OpenedSource, SourceItem, VoicemailSource } from '../source.ts'
import { readStable } from '../stableRead.ts'
import { readLetter, type Letter } from './letter.ts'
import { readMbox } from './mbox.ts'
import { readOutlook } from './outlook.ts'
import { messagesOf } from './voicemail.ts'

const endings: ReadonlySet<string> = new Set(['.eml', '.msg', '.mbox'])

/** Voicemail that systems sent as mail, out of files that mail programs save. */
export const mail: VoicemailSource = {
  kind: 'mail',
  detect: async (path) => {
    try {
      return (await filesAt(path)).length > 0
    } catch {
      return false
    }
  },
  open: async (path, { answers }) => {
    const files = await filesAt(path)
    if (files.length === 0)
      throw new AppError('IMPORT_REJECTED', 'There is no mail in it: no file ends with .eml, .msg or .mbox.')
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

/** In order of their names. Throws FILE_PROBLEM. */
async function filesAt(path: string): Promise<MailFile[]> {
  try {
    if (!(await lstat(path)).isDirectory()) return isMail(path) ? [{ name: basename(path), path }] : []
    const { files } = await walkFolder(path)
    return [...files]
      .filter(isMail)
      .toSorted()
      .map((name) => ({ name, path: join(path, ...name.split('/')) }))
  } catch (cause) {
    const code = systemCode(cause)
    if (code === null) throw cause
    throw new AppError('FILE_PROBLEM', `${basename(path)} cannot be read (${code}).`, { code }, { cause })
  }
}

function isMail(path: string): boolean {
  return endings.has(extname(path).toLowerCase())
}

/** Mail without a recording is counted and said once: a mailbox is full of it. */
async function* itemsOf(files: readonly MailFile[], extension: string): AsyncGenerator<SourceItem> {
  let without = 0
  for (const file of files) {
    for await (const { name, letter } of lettersOf(file)) {
      if ('reason' in letter) {
        yield { kind: 'unreadable', file: name, reason: letter.reason }
        continue
      }
      const messages = messagesOf(letter, { file: name, extension })
      if (messages.length === 0) without += 1
      for (const message of messages) yield { kind: 'message', message }
    }
  }
  if (without > 0)
    yield { kind: 'skipped', file: 'mail', reason: `${without} mails have no recording attached and were left out.` }
}

type Read = { name: string; letter: Letter | { reason: string } }

async function* lettersOf({ name, path }: MailFile): AsyncGenerator<Read> {
  if (extname(path).toLowerCase() === '.mbox') {
    yield* lettersOfBox(name, path)
    return
  }
  const read = readStable(path)
  if ('reason' in read) yield { name, letter: read }
  else {
    const letter = extname(path).toLowerCase() === '.msg' ? readOutlook(read.bytes) : await readLetter(read.bytes)
    yield { name, letter: letter ?? { reason: 'It is no mail, or damaged.' } }
  }
}

async function* lettersOfBox(name: string, path: string): AsyncGenerator<Read> {
  let count = 0
  for await (const boxed of readMbox(path)) {
    count += 1
    const place = `${name} #${count}`
    if ('tooLarge' in boxed) yield { name: place, letter: { reason: 'It is larger than 64 MB.' } }
    else yield { name: place, letter: (await readLetter(boxed.bytes)) ?? { reason: 'It is no mail, or damaged.' } }
  }
}
