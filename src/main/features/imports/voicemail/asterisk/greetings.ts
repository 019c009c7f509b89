import { basename, join, relative } from 'node:path'
import type { GreetingKind, SourceGreeting, SourceMailbox } from '../source.ts'
import { isAudio } from '../audioEndings.ts'
import { readStable } from '../stableRead.ts'
import { greetingOf } from './greetingName.ts'
import { entriesOf, type Skipped } from './spool.ts'

/** Audio beside the folders of a mailbox that Asterisk plays for nothing: told, because nobody looks for it later. */
export function strayAudio(root: string, path: string): Skipped[] {
  return entriesOf(root, path, [])
    .filter(({ name }) => isAudio(name) && greetingOf(name) === null)
    .map(({ name }) => ({
      file: relative(root, join(path, name)),
      reason: 'It lies beside the folders of the mailbox, and is none of its greetings.',
      messages: 0,
    }))
}

/** The greetings of a mailbox, each in all of its formats. */
export function listGreetings(root: string, path: string, mailbox: SourceMailbox): SourceGreeting[] {
  const found = new Map<GreetingKind, string[]>()
  for (const entry of entriesOf(root, path, [])) {
    const greeting = greetingOf(entry.name)
    if (greeting === null || !entry.isFile()) continue
    found.set(greeting, [...(found.get(greeting) ?? []), join(path, entry.name)])
  }
  return [...found].map(([greeting, files]) => ({
    mailbox,
    file: relative(root, files[0]!),
    greeting,
    audio: files.map((file) => ({ name: basename(file), read: () => readStable(file) })),
  }))
}
