import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { expect, it } from 'vitest'
import { exportsOf } from '../../src/main/unfinished/saveExport.ts'
import { testFolder } from '../support/folder.ts'
import { openTestServices } from '../support/services.ts'

// Would catch: half a list of everybody's calls or chat that stays where it was saved, under a name that nobody knows.
it('what an export that was killed has written goes with the next start, and nothing else', async () => {
  const { dataFolder } = await openTestServices()
  const [target, atKill] = [testFolder(), join(testFolder(), 'data')]
  writeFileSync(join(target, 'calls.csv'), 'the one before')
  writeFileSync(join(target, 'somebody.csv.partial'), 'not of Offhook')
  let goOn: () => void = () => undefined
  const rows = async function* (): AsyncGenerator<string> {
    yield 'caller\n'
    // What the disk has at this moment is what a kill leaves.
    cpSync(dataFolder, atKill, { recursive: true })
    await new Promise<void>((resolve) => (goOn = resolve))
    yield '+12125550142\n'
  }
  const saving = exportsOf(dataFolder)(join(target, 'calls.csv'), rows())
  while (!existsSync(join(atKill, 'offhook.sqlite'))) await new Promise((resolve) => setTimeout(resolve, 5))
  expect(readdirSync(target).toSorted()).toEqual([
    'calls.csv',
    `calls.csv.${process.pid}.partial`,
    'somebody.csv.partial',
  ])
  await openTestServices(atKill)
  expect(readdirSync(target).toSorted()).toEqual(['calls.csv', 'somebody.csv.partial'])
  expect(readFileSync(join(target, 'calls.csv'), 'utf8')).toBe('the one before')
  goOn()
  await expect(saving).rejects.toMatchObject({ code: 'FILE_PROBLEM' })
})

it('what a kill has left of the head of the audit goes with the next start', async () => {
  const { dataFolder, services } = await openTestServices()
  await services.close()
  writeFileSync(join(dataFolder, 'audit-head.json.999999.partial'), 'half')
  await (await openTestServices(dataFolder)).services.close()
  expect(readdirSync(dataFolder).filter((name) => name.endsWith('.partial'))).toEqual([])
})

it('an export that ends leaves no journal behind', async () => {
  const { services, dataFolder } = await openTestServices()
  const path = join(testFolder(), 'audit.csv')
  await services.audit.export(path, {})
  expect(existsSync(path)).toBe(true)
  expect(readdirSync(join(dataFolder, 'unfinished')).filter((name) => name.endsWith('.jsonl'))).toEqual([])
})
