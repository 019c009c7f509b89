import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { cli } from '../support/cli.ts'
import { testFolder } from '../support/folder.ts'
import { makeBag } from '../support/shelf.ts'

// Would catch: an administrator who reads that one of two thousand archives is damaged, and not which.
it('library check names each damaged archive, when it was checked, and what is wrong with it', async () => {
  const [data, shelf] = [testFolder(), testFolder()]
  await cli(['demo', '--data', data, '--calls', '10', '--messages', '5'])
  await makeBag(shelf, 'sound', 1)
  const bag = await makeBag(shelf, 'torn', 1)
  await cli(['library', 'look', '--watch', shelf, '--data', data])
  writeFileSync(join(bag, 'data/contacts.vcf'), 'forged')
  const { code, out } = await cli(['library', 'check', '--data', data])
  expect(code).toBe(4)
  expect(out).toMatch(/ 1 damaged\n/)
  expect(out).toContain(`damaged: ${bag}, checked 20`)
  expect(out).toMatch(/ FILE_CHANGED +data\/contacts\.vcf is not what line \d+ of manifest-sha256\.txt says/)
  expect(out).not.toContain(join(shelf, 'sound'))
  const told = JSON.parse((await cli(['library', 'check', '--json', '--data', data])).out) as Record<string, unknown>
  expect(told).toMatchObject({
    damaged: 1,
    damagedArchives: [
      {
        path: bag,
        verification: 'damaged',
        verifiedAt: expect.stringMatching(/^20.*Z$/) as string,
        problems: [{ code: 'OXUM_MISMATCH' }, { code: 'FILE_CHANGED', file: 'data/contacts.vcf' }],
      },
    ],
  })
})
