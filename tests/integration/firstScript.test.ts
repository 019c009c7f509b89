import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildCli } from '../support/cli.ts'

const folder = join('out', 'renderer')
/** What React, the queries and the sign-in need, and a tenth more. */
const largestScript = 400_000

beforeAll(buildCli, 120_000)

// One import in the wrong place brings all schemas, menus and dialogs back into the first paint of every start.
describe('what the window reads before its first paint', () => {
  const scripts = () => {
    const page = readFileSync(join(folder, 'index.html'), 'utf8')
    const names = [...page.matchAll(/<(?:script|link rel="modulepreload")[^>]+(?:src|href)="([^"]+\.js)"/g)]
    return names.map(([, name]) => readFileSync(join(folder, name!), 'utf8'))
  }

  it('is one file: each is asked of the one thread of main by itself', () => {
    expect(scripts()).toHaveLength(1)
  })

  it('is small', () => {
    const bytes = scripts().reduce((sum, script) => sum + script.length, 0)
    expect(bytes).toBeGreaterThan(100_000)
    expect(bytes).toBeLessThan(largestScript)
  })

  it('has no schemas: main alone parses what crosses the boundary', () => {
    expect(scripts().filter((script) => script.includes('_zod'))).toEqual([])
  })
})
