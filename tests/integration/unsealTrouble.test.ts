import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { packBag } from '../../src/main/archive/pack/packBag.ts'
import { sealStream } from '../../src/main/archive/pack/sealStream.ts'
import { unsealArchive } from '../../src/main/archive/pack/unsealArchive.ts'
import { writeBag } from '../../src/main/archive/writeBag.ts'
import { testFolder } from '../support/folder.ts'
import { mailbox, rigFor } from '../support/person.ts'
import { fillDisk, mayMount, smallDisk } from '../support/smallDisk.ts'
import { rawZip } from '../support/zips.ts'

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

describe('a sealed archive and a file where its folder should be', () => {
  // Would catch: "the disk does not answer" of a disk that is sound.
  it.each(['', 'below'])('says that a file stands there: %j', async (below) => {
    const file = await sealedBag(1)
    await expect(unsealArchive({ file, to: join(file, below), passphrase }, quietly())).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      message: `${file} is a file. Choose a folder.`,
    })
  })
})

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

describe('a sealed file of a stranger', () => {
  // Would catch: the operator's disk blamed for what the sender named so, and a folder that hides or turns its name round.
  it.each([
    ['a file that is a folder too', ['bag/data', 'bag/data/a.wav'], 'holds bag/data as a file and as a folder'],
    ['a folder for which there is no room in a name', [`${'x'.repeat(256)}/a.wav`], 'not one archive in a folder'],
    ['this folder', ['./a.wav'], 'not one archive in a folder'],
    ['a folder whose name runs backwards', ['\u202ebag/a.wav'], 'not one archive in a folder'],
  ])('is not opened when it holds %s', async (_what, names, said) => {
    const file = join(testFolder(), 'sealed')
    const zip = rawZip(names.map((name) => ({ name, content: Buffer.from(name) })))
    await writeFile(file, await sealStream(Readable.from([zip]), passphrase))
    const to = join(testFolder(), 'not', 'made')
    await expect(unsealArchive({ file, to, passphrase }, quietly())).rejects.toMatchObject({
      code: 'ARCHIVE_INVALID',
      message: expect.stringContaining(said) as string,
    })
    expect(existsSync(dirname(to))).toBe(false)
  })

  // Would catch: a passphrase asked for again and again of what only a key opens.
  it('is not opened when it was sealed for a key', async () => {
    const file = join(testFolder(), 'sealed')
    const encrypter = new Encrypter()
    encrypter.addRecipient(await identityToRecipient(await generateX25519Identity()))
    await writeFile(file, await encrypter.encrypt('a zip'))
    await expect(unsealArchive({ file, to: dirname(file), passphrase }, quietly())).rejects.toMatchObject({
      code: 'ARCHIVE_INVALID',
      message: 'The file is not an archive that was sealed with a passphrase. Choose another.',
    })
  })
})
