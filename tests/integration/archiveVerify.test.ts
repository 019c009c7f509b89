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
import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { verifyBag } from '../../src/main/archive/verifyBag.ts'
import { writeBag } from '../../src/main/archive/writeBag.ts'
import { testFolder } from '../support/folder.ts'
import { mailbox, rigFor } from '../support/person.ts'

const verify = (bag: string) => verifyBag(bag, { signal: new AbortController().signal, report: () => undefined })
const declared = (version: string, encoding = 'UTF-8'): string =>
  `BagIt-Version: ${version}\nTag-File-Character-Encoding: ${encoding}\n`
const hashOf = (algorithm: string, content: string | Uint8Array): string =>
  createHash(algorithm).update(content).digest('hex')

/** Writes files as they are given; paths with a folder make it. */
function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const bag = join(testFolder(), 'bag')
  mkdirSync(join(bag, 'data'), { recursive: true })
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(bag, path)), { recursive: true })
    writeFileSync(join(bag, path), content)
  }
  return bag
}

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
    expect(verification).toEqual({ valid: true, complete: true, bag, payloadFiles, payloadBytes, problems: [] })
    expect(steps.at(-1)).toBe(payloadFiles + 3)
  })

  it.each(['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'])(
    'judges a 0.97 bag with a manifest in %s',
    async (algorithm) => {
      const files = { 'bagit.txt': declared('0.97'), 'data/a.txt': 'hello' }
      const line = `${hashOf(algorithm, 'hello')} *data/a.txt\r\n`
      expect(await verify(folderWith({ ...files, [`manifest-${algorithm}.txt`]: line }))).toMatchObject({ valid: true })
      const wrong = `${hashOf(algorithm, 'other')}  ./data/a.txt\n`
      expect((await verify(folderWith({ ...files, [`manifest-${algorithm}.txt`]: wrong }))).problems).toEqual([
        expect.objectContaining({ code: 'FILE_CHANGED' }),
      ])
    },
  )

  it('reads tag files in the encoding that the bag names', async () => {
    const utf16 = (text: string): Buffer => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
    const bag = foreignBag({
      'bagit.txt': declared('0.97', 'UTF-16'),
      'manifest-sha256.txt': utf16(`${hashOf('sha256', 'hello')}  data/a.txt\n`),
      'bag-info.txt': utf16('Contact-Name: Zoë\nPayload-Oxum: 5.1\n'),
    })
    expect(await verify(bag)).toMatchObject({ valid: true, problems: [] })
  })

  it('decodes percent-encoded line breaks and finds names in another composition', async () => {
    const files = { 'data/line\nbreak 100%.txt': 'x', 'data/Zoe\u0308.txt': 'y' }
    const manifest = `${hashOf('sha256', 'x')}  data/line%0Abreak 100%25.txt\n${hashOf('sha256', 'y')}  data/Zo\u00eb.txt\n`
    const bag = folderWith({ 'bagit.txt': declared('1.0'), ...files, 'manifest-sha256.txt': manifest })
    expect(await verify(bag)).toMatchObject({ valid: true, problems: [] })
  })

  it('takes a 0.97 bag whose file is in one manifest of two, and RFC 8493 does not', async () => {
    const half = { 'manifest-md5.txt': '' }
    expect((await verify(foreignBag(half, '0.97'))).valid).toBe(true)
    expect((await verify(foreignBag(half))).problems).toEqual([
      expect.objectContaining({
        code: 'FILE_NOT_LISTED',
        message: 'data/a.txt is in the bag but not in manifest-md5.txt.',
      }),
    ])
  })

  it.each<[string, string, Readonly<Record<string, string | Uint8Array>>]>([
    ['NOT_A_BAG', 'no bagit.txt', {}],
    ['TAG_FILE_INVALID', 'a byte order mark in bagit.txt', { 'bagit.txt': `\ufeff${declared('1.0')}` }],
    ['TAG_FILE_INVALID', 'white space before the colon', { 'bagit.txt': declared('1.0').replace(':', ' :') }],
    ['TAG_FILE_INVALID', 'an unknown encoding', { 'bagit.txt': declared('1.0', 'KLINGON') }],
    ['UNSUPPORTED_VERSION', 'a version of the future', { 'bagit.txt': declared('2.0') }],
    ['MANIFEST_INVALID', 'an unknown algorithm beside a known one', { 'manifest-crc32.txt': '00  data/a.txt\n' }],
    [
      'MANIFEST_INVALID',
      'a hash of another length',
      { 'manifest-md5.txt': `${hashOf('sha1', 'hello')}  data/a.txt\n` },
    ],
    [
      'MANIFEST_INVALID',
      'a path twice',
      { 'manifest-sha256.txt': `${hashOf('sha256', 'hello')}  data/a.txt\n`.repeat(2) },
    ],
    ['MANIFEST_INVALID', 'bytes that are not UTF-8', { 'manifest-md5.txt': Buffer.from([0xff, 0x20, 0xfe]) }],
    ['FILE_NOT_LISTED', 'a file beside', { 'data/b.txt': 'more' }],
    [
      'FILE_MISSING',
      'a file that is not there',
      { 'manifest-md5.txt': `${hashOf('md5', 'hello')}  data/a.txt\n${hashOf('md5', '')}  data/gone.txt\n` },
    ],
    ['OXUM_MISMATCH', 'another count', { 'bag-info.txt': 'Payload-Oxum: 6.1\n' }],
    ['TAG_FILE_INVALID', 'two counts', { 'bag-info.txt': 'Payload-Oxum: 5.1\nPayload-Oxum: 5.1\n' }],
    ['FILE_CHANGED', 'a changed tag file', { 'tagmanifest-sha256.txt': `${hashOf('sha256', 'x')}  bagit.txt\n` }],
    [
      'PATH_ESCAPES',
      'a path out of the bag',
      { 'manifest-sha256.txt': `${hashOf('sha256', 'hello')}  data/a.txt\n${hashOf('sha256', '')}  data/../../x\n` },
    ],
    ['PATH_ESCAPES', 'an absolute path', { 'tagmanifest-sha256.txt': `${hashOf('sha256', '')}  /etc/passwd\n` }],
    ['PATH_ESCAPES', 'a home folder', { 'tagmanifest-sha256.txt': `${hashOf('sha256', '')}  ~/.profile\n` }],
    ['PATH_ESCAPES', 'a drive', { 'tagmanifest-sha256.txt': `${hashOf('sha256', '')}  C:\\boot.ini\n` }],
    [
      'PATH_ESCAPES',
      'payload outside data/',
      {
        'manifest-sha256.txt': `${hashOf('sha256', 'hello')}  data/a.txt\n${hashOf('sha256', declared('1.0'))}  bagit.txt\n`,
      },
    ],
  ])('says %s for %s', async (code, _what, change) => {
    const bag = code === 'NOT_A_BAG' ? folderWith({ 'data/a.txt': 'hello' }) : foreignBag(change)
    const verification = await verify(bag)
    expect(verification.problems.map((problem) => problem.code)).toContain(code)
    expect(verification.valid).toBe(false)
    expect(verification.complete).toBe(['FILE_CHANGED', 'OXUM_MISMATCH'].includes(code))
  })

  it('says MANIFEST_MISSING for a bag without one', async () => {
    const bag = foreignBag()
    rmSync(join(bag, 'manifest-sha256.txt'))
    expect((await verify(bag)).problems.map(({ code }) => code)).toEqual(['MANIFEST_MISSING'])
  })

  it('says what is still to be fetched', async () => {
    const bag = foreignBag({
      'fetch.txt': 'https://example.com/b 5 data/b.txt\n',
      'manifest-sha256.txt': `${hashOf('sha256', 'hello')}  data/a.txt\n${hashOf('sha256', 'b')}  data/b.txt\n`,
    })
    expect((await verify(bag)).problems).toEqual([
      { code: 'FILE_MISSING', file: 'data/b.txt', message: 'data/b.txt is still to be fetched.' },
    ])
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
