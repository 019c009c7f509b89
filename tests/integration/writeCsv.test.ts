import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { saveFile } from '../../src/main/files/savedFile.ts'
import { writeCsv } from '../../src/main/files/writeCsv.ts'
import { mayMount, smallDisk } from '../support/smallDisk.ts'

// Would catch: an export that ends in the middle of its last page, is told as whole, and takes the place of the one before.
it.skipIf(!mayMount)('a disk that fills up leaves the file that was there, and says so', async () => {
  const disk = smallDisk('1m')
  const path = join(disk, 'calls.csv')
  writeFileSync(path, 'the one before')
  // The last page is the one that does not fit.
  for (const pages of [3, 5, 7]) {
    const page = Array.from({ length: 1000 }, () => ['x'.repeat(1150 / pages)])
    const content = { columns: ['a'], pages: Array.from({ length: pages }, () => page) }
    await expect(writeCsv(saveFile, path, content)).rejects.toMatchObject({ code: 'DISK_FULL' })
    expect([readdirSync(disk), readFileSync(path, 'utf8')]).toEqual([['calls.csv'], 'the one before'])
  }
})
