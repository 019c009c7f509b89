import { describe, expect, it } from 'vitest'
import { readBag } from '../../src/main/archive/readBag.ts'
import { verifyBag } from '../../src/main/archive/verifyBag.ts'

describe('the root of a disk, named by mistake for an archive', () => {
  // Both would read every folder of the disk before saying that it is no bag.
  it('is refused at once', async () => {
    const started = performance.now()
    await expect(readBag('/')).rejects.toMatchObject({
      code: 'ARCHIVE_INVALID',
      message: '/ is not an archive: it has no bagit.txt. Choose the folder that holds bagit.txt.',
    })
    const judged = await verifyBag('/', { signal: new AbortController().signal, report: () => undefined })
    expect(judged.problems).toEqual([
      {
        code: 'NOT_A_BAG',
        file: 'bagit.txt',
        message: '/ is not a BagIt bag: it has no bagit.txt. Choose the folder that holds bagit.txt.',
      },
    ])
    expect(performance.now() - started).toBeLessThan(1000)
  })
})
