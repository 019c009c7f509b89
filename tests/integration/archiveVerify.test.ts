import {
  appendFileSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { verifyBag } from '../../src/main/archive/verifyBag.ts'
import { writeBag } from '../../src/main/archive/writeBag.ts'
import { declared, folderWith, hashOf } from '../support/bags.ts'
import { testFolder } from '../support/folder.ts'
import { mailbox, rigFor } from '../support/person.ts'

const verify = (bag: string) => verifyBag(bag, { signal: new AbortController().signal, report: () => undefined })
/** A bag as another tool would make it: one payload file, one manifest. */
function foreignBag(change: Readonly<Record<string, string | Uint8Array>> = {}, version = '1.0'): string {
  return folderWith({
    'bagit.txt': declared(version),
    'data/a.txt': 'hello',
    'manifest-sha256.txt': `${hashOf('sha256', 'hello')}  data/a.txt\n`,
    ...change,
  })
}

describe('verifyBag', () => {
  it('finds a bag of ours valid and counts its payload', async () => {
    const bag = join(testFolder(), 'bag')
    const rig = rigFor(mailbox(10), bag)
    const { payloadFiles, payloadBytes } = await writeBag(rig.request, rig.io)
    const steps: number[] = []
    const verification = await verifyBag(bag, {
      signal: new AbortController().signal,
      report: (done) => steps.push(done),
    })
    expect(verification).toEqual({
      valid: true,
      complete: true,
      bag,
      payloadFiles,
      payloadBytes,
      problems: [],
      warnings: [],
    })
    expect(steps.at(-1)).toBe(payloadFiles + 3)
  })

  it('never follows a link, to a file or to a folder', async () => {
    const outside = join(testFolder(), 'outside')
    mkdirSync(outside)
    writeFileSync(join(outside, 'secret'), 'hello')
    const bag = foreignBag()
    rmSync(join(bag, 'data/a.txt'))
    symlinkSync(join(outside, 'secret'), join(bag, 'data/a.txt'))
    symlinkSync(outside, join(bag, 'data/folder'))
    const { problems, payloadBytes } = await verify(bag)
    expect(problems.map(({ code, file }) => [code, file])).toEqual([
      ['PATH_ESCAPES', 'data/a.txt'],
      ['FILE_MISSING', 'data/a.txt'],
      ['PATH_ESCAPES', 'data/folder'],
    ])
    expect(payloadBytes).toBe(0)
  })

  it('sees each flipped bit of a small bag', async () => {
    const bag = foreignBag()
    const path = join(bag, 'data/a.txt')
    const whole = readFileSync(path)
    for (let bit = 0; bit < whole.length * 8; bit += 1) {
      const bytes = Buffer.from(whole)
      bytes[bit >> 3]! ^= 1 << (bit & 7)
      writeFileSync(path, bytes)
      expect((await verify(bag)).problems).toEqual([expect.objectContaining({ code: 'FILE_CHANGED' })])
    }
  })

  it('stops when it is cancelled', async () => {
    const bag = foreignBag({ 'data/b.txt': 'b' })
    const stop = new AbortController()
    stop.abort()
    await expect(verifyBag(bag, { signal: stop.signal, report: () => undefined })).rejects.toThrow(/abort/i)
  })

  it('keeps judging after a file was moved within the bag', async () => {
    const bag = foreignBag()
    linkSync(join(bag, 'data/a.txt'), join(bag, 'data/copy.txt'))
    renameSync(join(bag, 'data/a.txt'), join(bag, 'data/c.txt'))
    appendFileSync(join(bag, 'manifest-sha256.txt'), `${hashOf('sha256', 'hello')}  data/c.txt\n`)
    expect((await verify(bag)).problems.map(({ code, file }) => [code, file])).toEqual([
      ['FILE_MISSING', 'data/a.txt'],
      ['FILE_NOT_LISTED', 'data/copy.txt'],
    ])
  })
})
