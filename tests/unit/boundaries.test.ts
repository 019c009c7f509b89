import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((name) => join('src', name).replaceAll('\\', '/'))
  .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.test.ts'))

const text = (name: string): string => readFileSync(name, 'utf8')
const imports = (name: string): string[] => [...text(name).matchAll(/from '([^']+)'/g)].map((match) => match[1]!)

describe('boundaries that the lint cannot say', () => {
  it('only repositories, the database folder and the embedded phone system speak SQL', () => {
    const mayspeak = /[rR]epository\.ts$|^src\/main\/(db|phoneSystem\/embedded)\/|^src\/main\/features\/tenant\/demo\//
    const speakers = sources.filter((name) => !mayspeak.test(name) && /\.prepare(<|\()|\.exec\(['`"]/.test(text(name)))
    expect(speakers).toEqual([])
  })

  it('features do not import each other', () => {
    const featureOf = (path: string): string | undefined =>
      /^src\/(?:main|renderer\/src)\/features\/([^/]+)\//.exec(path)?.[1]
    const siblings = sources.filter((name) => {
      const own = featureOf(name)
      const others = imports(name)
        .filter((from) => from.startsWith('.'))
        .map((from) => featureOf(join(dirname(name), from)))
      return own !== undefined && others.some((other) => other !== undefined && other !== own)
    })
    expect(siblings).toEqual([])
  })

  it('shared code imports zod and itself, nothing else', () => {
    const strangers = sources
      .filter((name) => name.startsWith('src/shared/'))
      .flatMap((name) => imports(name).filter((from) => from !== 'zod' && !from.startsWith('.')))
    expect(strangers).toEqual([])
  })

  it('window, command line, report and archive compute no consequence: the plan has them', () => {
    // The demo company's days are made up, not consequences.
    const shows = /^src\/(renderer|main\/(cli|report|archive|features|ipc))\//
    const computers = sources.filter(
      (name) =>
        shows.test(name) &&
        !name.startsWith('src/main/features/tenant/demo/') &&
        (imports(name).some((from) => /\/offboarding\/(dates|steps\/|catalogue)/.test(from)) ||
          /\b(retentionMonths|reclaimDays)\b/.test(text(name))),
    )
    expect(computers).toEqual([])
  })

  it('no file imports itself through others, types counted', () => {
    const edges = new Map(
      sources.map((name) => [
        name,
        imports(name)
          .filter((from) => from.startsWith('.'))
          .map((from) => join(dirname(name), from).replaceAll('\\', '/')),
      ]),
    )
    const settled = new Set<string>()
    const circles: string[] = []
    const visit = (name: string, path: readonly string[]): void => {
      if (path.includes(name)) circles.push([...path.slice(path.indexOf(name)), name].join(' > '))
      if (settled.has(name) || path.includes(name)) return
      for (const next of edges.get(name) ?? []) visit(next, [...path, name])
      settled.add(name)
    }
    for (const name of sources) visit(name, [])
    expect(circles).toEqual([])
  })

  it('src/main/electron is imported by the entry only', () => {
    const users = sources.filter(
      (name) => !name.startsWith('src/main/electron/') && imports(name).some((from) => from.includes('/electron/')),
    )
    expect(users.filter((name) => name !== 'src/main/index.ts')).toEqual([])
  })

  // Would catch: a library of an importer or of sealing that every start of the window waits for.
  it('the start of the window reads the libraries of the lists and the audit, and no others', () => {
    const read = new Set<string>()
    const visit = (name: string): void => {
      if (read.has(name)) return
      read.add(name)
      if (name.endsWith('.ts')) for (const from of valuesFrom(name)) visit(from)
    }
    visit('src/main/start.ts')
    const libraries = [...read].filter((name) => !name.startsWith('src/') && !name.startsWith('node:'))
    expect(libraries.toSorted()).toEqual(['better-sqlite3', 'canonicalize', 'csv-stringify/sync', 'zod'])
  })
})

/** What a file needs before it runs: not its types, nor what it imports when it is wanted. */
function valuesFrom(name: string): string[] {
  const imported = /^(?:import|export) (?!type\b)[^'"]*?from '([^'?]+)'/gm
  const required = /createRequire\(import\.meta\.url\)\('([^']+)'\)/g
  const found = [imported, required].flatMap((way) => [...text(name).matchAll(way)])
  return found.map(([, from = '']) => (from.startsWith('.') ? join(dirname(name), from).replaceAll('\\', '/') : from))
}
