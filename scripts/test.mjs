// `npm test`: sets up, then every check. `npm test -- types lint format unit e2e` runs the named groups alone.
// The last line is `N passed, N failed, N skipped`, the tests of Vitest and Playwright together.
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

import { build } from './build.mjs'
import { main, setUp } from './setup.mjs'
import { hasCommand, hasDisplay } from './setup/debian.mjs'
import { say, SetupError } from './setup/messages.mjs'
import { root } from './setup/places.mjs'
import { become } from './setup/run.mjs'
import { playwrightCounts, summaryOf, vitestCounts } from './test/counts.mjs'

const groups = { types, lint, format, unit, e2e }
const reports = join(root, 'test-results')

await main(async () => {
  const asked = process.argv.slice(2)
  const unknown = asked.filter((name) => !(name in groups))
  if (unknown.length > 0)
    throw new SetupError(`no such group of checks: ${unknown.join(', ')}. Groups: ${Object.keys(groups).join(', ')}`)
  await setUp({ window: true })
  const names = asked.length > 0 ? asked : Object.keys(groups)
  if (names.some((name) => name === 'unit' || name === 'e2e')) await build()
  const results = []
  for (const name of names) results.push(await timed(name))
  process.stdout.write(`\n${summaryOf(results)}\n`)
  return results.every((result) => result.code === 0) ? 0 : 1
})

async function timed(name) {
  const started = Date.now()
  const result = await groups[name]()
  return { name, seconds: (Date.now() - started) / 1000, ...result }
}

async function types() {
  const projects = readdirSync(root).filter((file) => /^tsconfig\.(?!base\.).+\.json$/.test(file))
  let code = 0
  for (const project of projects) code = (await tool('typescript/bin/tsc', ['-p', project])) || code
  return { code }
}

async function lint() {
  return { code: await tool('oxlint/bin/oxlint', []) }
}

async function format() {
  return { code: await tool('oxfmt/bin/oxfmt', ['--check', '.']) }
}

async function unit() {
  const report = freshReport('vitest.json')
  const code = await tool('vitest/vitest.mjs', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ])
  return { code, counts: vitestCounts(readReport(report), code) }
}

async function e2e() {
  const report = freshReport('playwright.json')
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report }
  const args = ['test', '--reporter=list,json']
  if (!hasDisplay() && !hasCommand('xvfb-run')) {
    say('end-to-end tests need a display. On Debian: sudo apt-get install -y xvfb xauth; then: npm test')
    return { code: 1, counts: playwrightCounts(undefined, 1) }
  }
  const code = await tool('@playwright/test/cli.js', args, { env, display: true })
  return { code, counts: playwrightCounts(readReport(report), code) }
}

/** Runs a package's command in Node, with a display of its own where it needs one and there is none. */
function tool(file, args, { display = false, ...options } = {}) {
  const command = [process.execPath, join(root, 'node_modules', file), ...args]
  const ownDisplay = display && !hasDisplay() ? ['xvfb-run', '-a', '-s', '-screen 0 1600x1000x24'] : []
  const [program, ...rest] = [...ownDisplay, ...command]
  return become(program, rest, { cwd: root, ...options })
}

/** Playwright empties its output folder as it starts; the reports lie beside it. */
function freshReport(name) {
  const folder = join(reports, 'reports')
  mkdirSync(folder, { recursive: true })
  rmSync(join(folder, name), { force: true })
  return join(folder, name)
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
