import { basename, extname, join } from 'node:path'
import { AppError } from '../../../../../shared/ipc/errors.ts'
import { toReadError } from '../../../../files/diskErrors.ts'
import { onDisk } from '../../../../files/room.ts'
import { walkFolder } from '../../../../files/walkFolder.ts'
import { parseCallerId } from '../asterisk/messageText.ts'
import { isAudio } from '../audioEndings.ts'
import { otherFiles } from '../otherFiles.ts'
import type { ListedMailbox, SourceItem, SourceMailbox, SourceMessage, VoicemailSource } from '../source.ts'
import { bytesOf, readStable } from '../stableRead.ts'
import { compilePattern, guessPattern, partNames, timeOf, type NamedParts } from './pattern.ts'

/** Recordings with nothing beside them: what is known of a message is in its name. */
export const audioFolder: VoicemailSource = {
  kind: 'folder',
  detect: async (path) => {
    try {
      return (await audioIn(path)).files.length > 0
    } catch {
      return false
    }
  },
  open: async (path, { answers }) => {
    const { files, ...beside } = await audioIn(path)
    if (files.length === 0)
      throw new AppError('IMPORT_REJECTED', 'There is no audio in it. Choose the folder that holds the recordings.')
    const pattern = answers['pattern']?.trim() || guessPattern(files.slice(0, 500).map(({ stem }) => stem))
    const read = compilePattern(pattern)
    if (read === null)
      throw new AppError(
        'IMPORT_REJECTED',
        `The pattern names nothing that is known. Use, each once: ${partNames.map((name) => `{${name}}`).join(', ')}.`,
      )
    const extension = (answers['extension'] ?? '').trim()
    const named = files.map((file) => ({ ...file, parts: read(file.stem) }))
    return {
      listed: mailboxesOf(named, extension),
      fields: [
        { key: 'pattern', label: 'Pattern of the names, without their ending', value: pattern, choices: null },
        { key: 'extension', label: 'Extension where the name has none', value: extension, choices: null },
      ],
      items: async function* items() {
        yield* itemsOf(named, extension, pattern)
        yield* otherFiles(beside)
      },
      close: async () => undefined,
    }
  },
}

/** stem: the path from the chosen folder, without its ending. */
type AudioFile = { name: string; path: string; stem: string; bytes: number }
type NamedFile = AudioFile & { parts: NamedParts | null }

type Folder = {
  files: readonly AudioFile[]
  others: readonly string[]
  links: readonly string[]
  unread: readonly { path: string }[]
}

async function audioIn(path: string): Promise<Folder> {
  try {
    const walked = await walkFolder(path)
    const names = [...walked.files].filter(isAudio).toSorted()
    const files = await Promise.all(
      names.map(async (name) => {
        const whole = join(path, ...name.split('/'))
        const stem = name.slice(0, name.length - extname(name).length)
        return { name, path: whole, stem, bytes: await bytesOf(whole) }
      }),
    )
    const others = [...walked.files].filter((name) => !isAudio(name))
    return { files, others, links: walked.strange, unread: walked.unread }
  } catch (cause) {
    throw toReadError(cause, path)
  }
}

function mailboxOf(parts: NamedParts, extension: string): SourceMailbox {
  return { name: parts.extension ?? (extension || 'no extension'), context: '', holder: '', email: '' }
}

function mailboxesOf(files: readonly NamedFile[], extension: string): ListedMailbox[] {
  const found = new Map<string, ListedMailbox>()
  for (const { parts, bytes } of files) {
    if (parts === null) continue
    const mailbox = mailboxOf(parts, extension)
    const { messages = 0, bytes: before = 0 } = found.get(mailbox.name) ?? {}
    found.set(mailbox.name, { mailbox, messages: messages + 1, bytes: before + onDisk(bytes) })
  }
  return [...found.values()]
}

async function* itemsOf(files: readonly NamedFile[], extension: string, pattern: string): AsyncGenerator<SourceItem> {
  for (const { parts, ...file } of files) {
    if (parts === null)
      yield { kind: 'skipped', file: file.name, reason: `Its name does not follow ${pattern}.`, messages: 1 }
    else yield { kind: 'message', message: toMessage(file, parts, extension) }
  }
}

/** Where a name stands, some files have the number of a caller whom nobody named. */
function callerOf({ name = '', caller = '' }: NamedParts): Pick<SourceMessage, 'callerName' | 'callerNumber'> {
  const { callerName, callerNumber } = parseCallerId(name.replaceAll('_', ' ').trim())
  return { callerName, callerNumber: /^(anonymous|unknown|private|)$/i.test(caller) ? callerNumber : caller }
}

function toMessage({ name, path }: AudioFile, parts: NamedParts, extension: string): SourceMessage {
  return {
    mailbox: mailboxOf(parts, extension),
    file: name,
    key: null,
    ...callerOf(parts),
    receivedAt: timeOf(parts),
    seconds: null,
    folder: parts.folder ?? 'INBOX',
    read: true,
    urgent: false,
    transcript: null,
    audio: [{ name: basename(name), read: () => readStable(path) }],
    notes: [],
  }
}
