import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeFolders } from '../../src/main/files/makeFolders.ts'
import { cli, jsonLines } from '../support/cli.ts'
import { testFolder } from '../support/folder.ts'
import { demoFolder } from '../support/services.ts'

describe('making folders', () => {
  it('makes what is missing and names it, outermost first', async () => {
    const root = testFolder()
    mkdirSync(join(root, 'a'))
    const made = await makeFolders(join(root, 'a', 'b', 'c'))
    expect(made).toEqual([join(root, 'a', 'b'), join(root, 'a', 'b', 'c')])
    expect(await makeFolders(join(root, 'a', 'b', 'c'))).toEqual([])
  })

  it('refuses a file on the way', async () => {
    const file = join(testFolder(), 'file')
    writeFileSync(file, '')
    await expect(makeFolders(join(file, 'x'))).rejects.toMatchObject({ code: 'ENOTDIR' })
  })

  // A recursive mkdir never comes back from there: the run would be running for ever.
  it.skipIf(!existsSync('/proc/self'))(
    'under /proc ends with the reason, for a run too',
    { timeout: 20_000 },
    async () => {
      await expect(makeFolders('/proc/offhook/archives')).rejects.toMatchObject({ code: 'ENOENT' })
      const data = await demoFolder()
      const where = ['--archive', '/proc/offhook', '--confirm', '1042', '--json', '--data', data]
      const { code, err } = await cli(['offboard', '1042', ...where])
      expect([code, err]).toEqual([1, expect.stringContaining('/proc/offhook cannot be created')])
      expect(jsonLines((await cli(['runs', '--json', '--data', data])).out)).toEqual([])
    },
  )
})
