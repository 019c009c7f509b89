import { z } from 'zod'
import { archiveId } from '../ids.ts'
import { archivedMessage, type ArchivedMessage } from './model.ts'

/** How many are named; more are counted only. */
export const namedDifferences = 500

const named = <T extends z.ZodType>(item: T) => z.object({ count: z.int(), first: z.array(item).max(namedDifferences) })

/** Two archives beside each other, by what their manifests say. */
export const archiveComparison = z.object({
  first: archiveId,
  second: archiveId,
  /** The hash that both manifests use. */
  algorithm: z.string(),
  /** Files with the same content, whatever their names. */
  same: z.int(),
  onlyInFirst: named(z.string()),
  onlyInSecond: named(z.string()),
  /** The same name with another content. */
  changed: named(z.string()),
  /** Messages that are in one of the two alone, also where their audio is in both. */
  messagesOnlyInFirst: named(archivedMessage),
  messagesOnlyInSecond: named(archivedMessage),
})
export type ArchiveComparison = z.infer<typeof archiveComparison>

type Side = { files: ReadonlyMap<string, string>; messages: readonly ArchivedMessage[] }

/** Compares by content: a file that only has another name is the same. Paths and hashes as the manifests have them. */
export function compareSides(first: Side, second: Side): Omit<ArchiveComparison, 'first' | 'second' | 'algorithm'> {
  const inFirst = new Set(first.files.values())
  const inSecond = new Set(second.files.values())
  const changed = [...second.files]
    .filter(([path, own]) => (first.files.get(path) ?? own) !== own)
    .map(([path]) => path)
  const isChanged = new Set(changed)
  const alone = (side: Side, others: ReadonlySet<string>): string[] =>
    [...side.files].filter(([path, own]) => !others.has(own) && !isChanged.has(path)).map(([path]) => path)
  return {
    same: [...second.files.values()].filter((own) => inFirst.has(own)).length,
    onlyInFirst: counted(alone(first, inSecond)),
    onlyInSecond: counted(alone(second, inFirst)),
    changed: counted(changed),
    messagesOnlyInFirst: counted(missingIn(second, first.messages)),
    messagesOnlyInSecond: counted(missingIn(first, second.messages)),
  }
}

function missingIn({ messages }: Side, others: readonly ArchivedMessage[]): ArchivedMessage[] {
  const here = new Set(messages.flatMap(marksOf))
  return others.filter((message) => !marksOf(message).some((mark) => here.has(mark)))
}

/**
 * One of them is enough. Audio alone does not tell a message: callers who say nothing, and machines, leave the same to
 * several people. The id is another one where a message was imported again elsewhere; when it came and from whom is not.
 */
function marksOf({ id, sha256, receivedAt, callerNumber, callerName }: ArchivedMessage): string[] {
  const at = new Date(receivedAt).toISOString()
  return [`id ${sha256} ${id}`, `came ${sha256} ${at} ${callerNumber || callerName}`]
}

function counted<T>(all: readonly T[]): { count: number; first: T[] } {
  return { count: all.length, first: all.slice(0, namedDifferences) }
}
