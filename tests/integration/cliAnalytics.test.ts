import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { cli, jsonLines } from '../support/cli.ts'

let data = ''
const run = (...words: string[]) => cli(['analytics', ...words, '--data', data])
const lines = async (...words: string[]) => jsonLines((await run(...words, '--json')).out)

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'offhook-test-'))
  await cli(['demo', '--data', data, '--calls', '1200', '--messages', '60'])
}, 60_000)
afterAll(() => rmSync(data, { recursive: true, force: true }))

it('calls prints a line a call, as many as are asked for, and every one without a limit', async () => {
  expect(await lines('calls', '--limit', '250')).toHaveLength(250)
  const all = await lines('calls')
  expect(all).toHaveLength(1200)
  expect(Object.keys(all[0]!)).toEqual([
    'id',
    'startedAt',
    'direction',
    'caller',
    'callee',
    'talkSeconds',
    'disposition',
  ])
  expect((await run('calls', '--limit', '1')).out).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d {2}/)
})

type Totals = { calls: { calls: number }; extensions: { total: number }; bills: { cents: number; currency: string } }

it('each option leaves its calls out, in lists and totals alike', async () => {
  for (const words of [
    ['--person', 'dana.whitfield', '--direction', 'incoming'],
    ['--extension', '1042', '--with', '10'],
    ['--number', '+1212', '--outcome', 'voicemail'],
    ['--site', 'berlin', '--from', '2026-01-01'],
    ['--gone'],
  ]) {
    const calls = await lines('calls', ...words)
    expect(calls.length).toBeLessThan(1200)
    const totals = JSON.parse((await run('totals', ...words, '--json')).out) as Totals
    expect([words, totals.calls.calls]).toEqual([words, calls.length])
  }
})

it('bills and totals say the amounts with their currency', async () => {
  const bills = await lines('bills', '--person', '1042')
  expect(bills.length).toBeGreaterThan(2)
  expect(new Set(bills.map((bill) => `${String(bill['name'])} ${String(bill['currency'])}`))).toEqual(
    new Set(['Dana Whitfield USD']),
  )
  const totals = JSON.parse((await run('totals', '--person', '1042', '--json')).out) as Totals
  expect(totals.bills.cents).toBe(bills.reduce((sum, bill) => sum + Number(bill['cents']), 0))
  expect((await run('totals', '--person', '1042')).out).toMatch(/all +\d+ +\d+ +\d+ +\d+ +\d+\.\d\d USD/)
})

it.each([
  [
    ['calls', '--person', 'dana.whitfield', '--extension', '1042'],
    2,
    'Give one of --person, --extension and --number.',
  ],
  [['calls', '--with', '10'], 2, '--with says who is on the other side'],
  [['calls', '--outcome', 'lost'], 2, '--outcome takes one of: Answered, Missed, Voicemail, Busy.'],
  [['calls', '--from', '2026-11-31'], 2, '--from takes a calendar day'],
  [['calls', '--number', '12a'], 2, '--number takes digits'],
  [['totals', '--site', 'Atlantis'], 2, 'There is no site Atlantis. Sites: '],
  [['bills', '--person', 'nobody.here'], 2, 'nobody.here'],
])('%j is refused with the reason', async (words, code, reason) => {
  const refused = await run(...words)
  expect(refused).toMatchObject({ code, out: '' })
  expect(refused.err).toContain(reason)
})
