// `npm run test:faults`: every point of tests/faults, an hour and more, with how many were tried in each group. `npm run test:faults -- 2/6 killed` takes the second
// of six parts of the points, of the files whose names hold the word. The last line is `N passed, N failed, N skipped`.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'

import { build } from './build.mjs'
import { main, setUp } from './setup.mjs'
import { root } from './setup/places.mjs'
import { become } from './setup/run.mjs'
import { summaryOf, vitestCounts } from './test/counts.mjs'

await main(async () => {
  const asked = process.argv.slice(2)
  const part = asked.find((word) => /^\d+\/\d+$/.test(word)) ?? 'all'
  const words = asked.filter((word) => word !== part)
  await setUp({ window: true })
  await build()
  const started = Date.now()
  const folder = join(root, 'test-results', 'reports')
  const report = join(folder, 'faults.json')
  mkdirSync(folder, { recursive: true })
  const told = join(folder, 'fault-points.jsonl')
  for (const file of [report, told]) rmSync(file, { force: true })
  const files = words.length === 0 ? ['tests/faults/'] : words.map((word) => `tests/faults/${word}`)
  const vitest = [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', ...files]
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const own = mkdtempSync(join(memoryFolder() ?? tmpdir(), 'offhook-faults-'))
  const env = { ...process.env, OFFHOOK_FAULTS: part, OFFHOOK_FAULT_COUNTS: told, TMPDIR: own }
  const code = await become(process.execPath, [...vitest, '--maxWorkers=2', ...reporters], { cwd: root, env })
  rmSync(own, { recursive: true, force: true })
  for (const { name, points, failures } of readCounts(told))
    process.stdout.write(`${String(points).padStart(5)} points, ${failures.length} failed: ${name}\n`)
  const counts = vitestCounts(readReport(report), code)
  process.stdout.write(`\n${summaryOf([{ name: 'faults', seconds: (Date.now() - started) / 1000, code, counts }])}\n`)
  return code
})

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** A kill and a refused call need no disk below them; only a power cut does, and brings its own. */
function memoryFolder() {
  return process.platform === 'linux' && existsSync('/dev/shm') ? '/dev/shm' : undefined
}

function readCounts(file) {
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
}
