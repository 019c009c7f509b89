import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packBag } from '../../src/main/archive/pack/packBag.ts'
import { unsealArchive } from '../../src/main/archive/pack/unsealArchive.ts'
import { writeBag } from '../../src/main/archive/writeBag.ts'
import { testFolder } from '../support/folder.ts'
import { mailbox, rigFor } from '../support/person.ts'
import { fillDisk, mayMount, smallDisk } from '../support/smallDisk.ts'

const passphrase = 'nine owls read by lamplight'
const quietly = () => ({ signal: new AbortController().signal, report: () => undefined })

async function sealedBag(messages: number): Promise<string> {
  const bag = join(testFolder(), '2026-11-23 1042 Dana Whitfield')
  const rig = rigFor(mailbox(messages), bag)
  await writeBag(rig.request, rig.io)
  const file = join(testFolder(), 'sealed')
  await packBag({ bag, to: file, passphrase, replace: false }, quietly())
  return file
}

describe('a sealed archive on a disk that fails', () => {
  // Would catch: a crash when the stick with the sealed file is pulled out between its two readings.
  it('says that the file is gone when it goes meanwhile, and writes nothing', async () => {
    const [file, to] = [await sealedBag(2), testFolder()]
    const report = (): void => rmSync(file, { force: true })
    await expect(unsealArchive({ file, to, passphrase }, { ...quietly(), report })).rejects.toMatchObject({
      code: 'FILE_PROBLEM',
      message: expect.stringMatching(/^sealed cannot be read \(ENOENT\)/) as string,
    })
    expect(readdirSync(to)).toEqual([])
  })

  // Would catch: minutes of decrypting before the full disk is told, and a disk that fills up called unsound.
  it.skipIf(!mayMount)(
    'says that the disk is full, at once or meanwhile, and leaves nothing',
    async () => {
      const file = await sealedBag(40)
      const small = smallDisk('1m')
      const reported: string[] = []
      const early = { ...quietly(), report: ({ phase }: { phase: string }) => reported.push(phase) }
      await expect(unsealArchive({ file, to: small, passphrase }, early)).rejects.toMatchObject({
        code: 'DISK_FULL',
        message: expect.stringMatching(/^The archive takes \d.* Make room for /) as string,
      })
      expect([reported, readdirSync(small)]).toEqual([[], []])
      const filling = smallDisk('8m')
      const report = ({ phase, done }: { phase: string; done: number }): void => {
        if (phase === 'unpacking' && done === 1) fillDisk(join(filling, 'filler'))
      }
      await expect(unsealArchive({ file, to: filling, passphrase }, { ...quietly(), report })).rejects.toMatchObject({
        code: 'DISK_FULL',
        message: 'The disk is full, so the archive was not opened. Make room, or choose another disk.',
      })
      expect(readdirSync(filling)).toEqual(['filler'])
    },
    60_000,
  )
})
