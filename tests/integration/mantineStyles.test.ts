import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { buildCli } from '../support/cli.ts'

const assets = join('out', 'renderer', 'assets')
const styles = join('node_modules', '@mantine', 'core', 'styles')

beforeAll(buildCli, 120_000)

it('theme/mantine.css has the styles of every component that is used', () => {
  const used = classesOf(assets, '.js')
  const styled = classesOf(assets, '.css')
  const missing = readdirSync(styles)
    .filter((file) => file.endsWith('.css') && !file.endsWith('.layer.css'))
    .filter((file) => classesIn(join(styles, file)).some((name) => used.has(name) && !styled.has(name)))
  expect(used.size).toBeGreaterThan(100)
  expect(missing).toEqual([])
})

function classesOf(folder: string, ending: string): Set<string> {
  const files = readdirSync(folder).filter((file) => file.endsWith(ending))
  return new Set(files.flatMap((file) => classesIn(join(folder, file))))
}

/** Mantine names its classes by hashes, in scripts and styles alike. */
function classesIn(file: string): string[] {
  return readFileSync(file, 'utf8').match(/\bm_[0-9a-f]{6,8}\b/g) ?? []
}
