import { basename, join, relative } from 'node:path'
import type { GreetingKind, SourceGreeting, SourceMailbox } from '../source.ts'
import { readStable } from '../stableRead.ts'
import { greetingOf } from './greetingName.ts'
import { entriesOf } from './spool.ts'

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
