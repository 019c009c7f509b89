import { z } from 'zod'
import { archiveId } from '../ids.ts'
import { archivedMessage } from './model.ts'

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
  /** Messages whose audio is in one of the two alone. */
  messagesOnlyInFirst: named(archivedMessage),
  messagesOnlyInSecond: named(archivedMessage),
})
export type ArchiveComparison = z.infer<typeof archiveComparison>

type Side = { files: ReadonlyMap<string, string>; messages: readonly z.infer<typeof archivedMessage>[] }

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
  const audioOf = (side: Side): Set<string> => new Set(side.messages.map((message) => message.sha256))
  return {
    same: [...second.files.values()].filter((own) => inFirst.has(own)).length,
    onlyInFirst: counted(alone(first, inSecond)),
    onlyInSecond: counted(alone(second, inFirst)),
    changed: counted(changed),
    messagesOnlyInFirst: counted(first.messages.filter(isMissingIn(audioOf(second)))),
    messagesOnlyInSecond: counted(second.messages.filter(isMissingIn(audioOf(first)))),
  }
}

function isMissingIn(audio: ReadonlySet<string>): (message: { sha256: string }) => boolean {
  return (message) => !audio.has(message.sha256)
}

function counted<T>(all: readonly T[]): { count: number; first: T[] } {
  return { count: all.length, first: all.slice(0, namedDifferences) }
}
