import { readTime } from './times.ts'

/** What a pattern can name in a path, and what each stands for. */
const parts = {
  extension: String.raw`\d{2,10}`,
  caller: String.raw`\+?[\d*#]{2,20}|anonymous|unknown|private`,
  name: String.raw`[^/]*?`,
  date: String.raw`\d{4}[-_.]?\d\d[-_.]?\d\d`,
  time: String.raw`\d\d[-_.:hH]?\d\d(?:[-_.:mM]?\d\d)?`,
  datetime: String.raw`\d{4}[-_.]?\d\d[-_.]?\d\d[T _-]+\d\d[-_.:hH]?\d\d(?:[-_.:mM]?\d\d)?(?:Z|[+-]\d\d:?\d\d)?`,
  epoch: String.raw`\d{9,13}`,
  folder: String.raw`[^/]+?`,
  any: String.raw`.*?`,
} as const
type Part = keyof typeof parts

/** Each of these may match anything: more of them take a time that grows with a power of the path's length. */
const wide: ReadonlySet<string> = new Set(['name', 'folder', 'any'])
const mostWide = 2
/** A path longer than this names nothing that a pattern could find. */
const longestPath = 500

export const partNames = Object.keys(parts) as Part[]

export type NamedParts = { [P in Exclude<Part, 'any'>]?: string }

/** Patterns of systems and people, the more telling first. */
const commonPatterns = [
  '{extension}/{folder}/{caller}_{date}_{time}',
  '{extension}/{caller}_{date}_{time}',
  '{extension}/{date}_{time}_{caller}',
  '{extension}_{caller}_{date}_{time}',
  '{extension}_{date}_{time}_{caller}',
  '{caller}_{date}_{time}',
  '{date}_{time}_{caller}',
  '{date} {time} {caller}',
  '{date} {time} {name}',
  '{caller} {date} {time}',
  '{name} - Voicemail - {datetime}',
  '{caller}-{epoch}',
  '{epoch}-{caller}',
  '{date}_{time}',
  'voicemail_{extension}_{any}/{caller}_{date}_{time}',
  '{any}{name} - Voicemail - {datetime}',
  '{extension}/{any}',
  '{any}',
] as const

/**
 * Reads a pattern such as {extension}/{caller}_{date}_{time}: it is held against the path without its ending, from the
 * folder that was chosen. A blank stands for any blanks, underscores or hyphens. Null when it names nothing that is known,
 * something twice, or more than two things that could be anything.
 */
export function compilePattern(pattern: string): ((path: string) => NamedParts | null) | null {
  let source = ''
  let wideParts = 0
  const seen = new Set<string>()
  for (const piece of pattern.split(/(\{\w+\})/)) {
    const name = /^\{(\w+)\}$/.exec(piece)?.[1]
    if (name === undefined) source += literal(piece)
    else if (!Object.hasOwn(parts, name) || (name !== 'any' && seen.has(name))) return null
    else source += name === 'any' ? parts.any : `(?<${name}>${parts[name as Part]})`
    if (name !== undefined) seen.add(name)
    if (name !== undefined && wide.has(name)) wideParts += 1
  }
  if (seen.size === 0 || wideParts > mostWide) return null
  const expression = new RegExp(`^${source}$`, 'iu')
  return (path) => {
    const found = path.length > longestPath ? null : expression.exec(path)
    return found === null ? null : { ...found.groups }
  }
}

function literal(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll(/[ _-]+/g, '[ _-]+')
}

/** The common pattern that fits most of these paths. */
export function guessPattern(paths: readonly string[]): string {
  const fits = commonPatterns.map((pattern) => {
    const read = compilePattern(pattern)!
    return { pattern, count: paths.filter((path) => read(path) !== null).length }
  })
  const telling = fits.filter(({ pattern }) => !pattern.includes('{any}'))
  const most = Math.max(...telling.map(({ count }) => count))
  const half = paths.length / 2
  const best = [...telling.filter(({ count }) => count === most), ...fits].find(
    ({ count }) => count > 0 && count >= half,
  )
  return best?.pattern ?? '{any}'
}

/** The time that a path names, or null. */
export function timeOf({ date, time, datetime, epoch }: NamedParts): Date | null {
  if (datetime !== undefined) return readTime(datetime)
  if (epoch !== undefined) return readTime(epoch)
  if (date === undefined) return null
  return readTime(time === undefined ? date : `${date} ${time}`)
}
