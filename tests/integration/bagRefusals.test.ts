import { appendFileSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  declared,
  drafts,
  folderWith,
  found,
  info,
  manifestOf,
  payload,
  soundBag,
  verify,
  type BagFiles,
} from '../support/bags.ts'
import { allowsBrokenNames, writeBroken } from '../support/brokenNames.ts'
import { testFolder } from '../support/folder.ts'

const listed = manifestOf('sha512', payload)

/** The first letter of the second hash is a capital. */
function oneCapital(lines: string): string {
  return lines.replace(/^(.*\n\d*)([a-f])/, (_, before: string, letter: string) => before + letter.toUpperCase())
}

// Would catch: a bag that is called none because of one folder in it.
it.runIf(allowsBrokenNames)(
  'a bag with a folder and a file that cannot be opened is one, and both are named',
  async () => {
    const bag = soundBag()
    writeBroken(bag, 'data/old*/b.txt', Buffer.from('b'))
    writeBroken(bag, 'data/c*.txt', Buffer.from('c'))
    appendFileSync(join(bag, 'manifest-sha512.txt'), manifestOf('sha512', { 'data/old\uFFFD/d.txt': 'd' }))
    const { problems, complete } = await verify(bag)
    expect(complete).toBe(false)
    expect(problems.filter(({ code }) => code === 'FILE_UNREADABLE')).toEqual([
      {
        code: 'FILE_UNREADABLE',
        file: 'data/c\uFFFD.txt',
        message: 'data/c\uFFFD.txt cannot be read (its name is not UTF-8).',
      },
      {
        code: 'FILE_UNREADABLE',
        file: 'data/old\uFFFD',
        message: 'The folder data/old\uFFFD cannot be read (its name is not UTF-8).',
      },
      {
        code: 'FILE_UNREADABLE',
        file: 'data/old\uFFFD/d.txt',
        line: 3,
        message:
          'data/old\uFFFD/d.txt is in manifest-sha512.txt (line 3) and cannot be looked for: its folder cannot be read.',
      },
    ])
  },
)

describe('a bag that is complete but not valid', () => {
  it.each<[string, BagFiles, string[]]>([
    ['a changed payload file', { 'data/a.txt': 'hellO' }, ['FILE_CHANGED data/a.txt:1']],
    ['fewer bytes than Payload-Oxum says', info('10.2'), ['OXUM_MISMATCH bag-info.txt:1']],
    ['fewer files than Payload-Oxum says', info('9.3'), ['OXUM_MISMATCH bag-info.txt:1']],
  ])('has %s', async (_what, change, problems) => {
    const { verdict, ...told } = await found(soundBag('1.0', 'sha512', change))
    expect([verdict, told.problems]).toEqual(['complete', problems])
  })

  it('has a changed tag file', async () => {
    const bag = soundBag()
    writeFileSync(join(bag, 'bag-info.txt'), 'Contact-Name: Mallory\n')
    expect(await found(bag)).toMatchObject({ verdict: 'complete', problems: ['FILE_CHANGED bag-info.txt:2'] })
  })

  // Would catch: an untouched file that is called changed, although a bit of its line in the tag manifest was flipped.
  it('has a tag file or a line of the tag manifest that was changed, and says that it may be either', async () => {
    const bag = soundBag()
    const path = join(bag, 'tagmanifest-sha512.txt')
    const lines = readFileSync(path, 'utf8').split('\n')
    lines[1] = `${lines[1]!.startsWith('0') ? '1' : '0'}${lines[1]!.slice(1)}`
    writeFileSync(path, lines.join('\n'))
    const { problems } = await verify(bag)
    const message =
      'bag-info.txt is not what line 2 of tagmanifest-sha512.txt says: that line may be what was changed, or the file.'
    expect(problems).toEqual([{ code: 'FILE_CHANGED', file: 'bag-info.txt', line: 2, message }])
  })

  it('has manifests that disagree, and says which agrees', async () => {
    const md5 = manifestOf('md5', payload)
    const bag = soundBag('1.0', 'sha512', { 'manifest-md5.txt': `${'0'.repeat(32)}${md5.slice(32)}` })
    const { problems } = await verify(bag)
    expect(problems).toEqual([
      {
        code: 'FILE_CHANGED',
        file: 'data/a.txt',
        line: 1,
        message:
          'data/a.txt is not what line 1 of manifest-md5.txt says, though it is what line 1 of manifest-sha512.txt says.',
      },
    ])
  })
})

describe('a single flipped bit', () => {
  it.each(['bagit.txt', 'bag-info.txt', 'manifest-md5.txt', 'tagmanifest-md5.txt', 'data/a.txt'])(
    'anywhere in %s is found, and the file is named',
    async (file) => {
      const bag = soundBag('1.0', 'md5')
      const sound = readFileSync(join(bag, file))
      const silent: string[] = []
      for (let bit = 0; bit < sound.length * 8; bit += 1) {
        const flipped = Buffer.from(sound)
        flipped[bit >> 3]! ^= 1 << (bit & 7)
        writeFileSync(join(bag, file), flipped)
        const { problems } = await verify(bag)
        if (!problems.some((one) => one.file === file || one.message.includes(file)))
          silent.push(`bit ${bit & 7} of byte ${bit >> 3}: ${problems.map(({ message }) => message).join(' ')}`)
      }
      expect(silent).toEqual([])
    },
    180_000,
  )
})

describe('a bag that is not complete', () => {
  const more = (path: string, content = ''): BagFiles => ({
    'manifest-sha512.txt': listed + manifestOf('sha512', { [path]: content }),
  })
  it.each<[string, string, BagFiles]>([
    ['TAG_FILE_INVALID bagit.txt:1', 'a byte order mark', { 'bagit.txt': `\ufeff${declared('1.0')}` }],
    [
      'TAG_FILE_INVALID bagit.txt:1',
      'white space before the colon',
      { 'bagit.txt': declared('1.0').replace(':', ' :') },
    ],
    [
      'TAG_FILE_INVALID bagit.txt:1',
      'two spaces after the colon',
      { 'bagit.txt': declared('1.0').replace(': ', ':  ') },
    ],
    ['TAG_FILE_INVALID bagit.txt:1', 'white space before the label', { 'bagit.txt': ` ${declared('1.0')}` }],
    ['TAG_FILE_INVALID bagit.txt:1', 'a version that is no number', { 'bagit.txt': declared('.97') }],
    ['TAG_FILE_INVALID bagit.txt:2', 'no encoding', { 'bagit.txt': 'BagIt-Version: 1.0\n' }],
    ['TAG_FILE_INVALID bagit.txt:2', 'an encoding that nobody knows', { 'bagit.txt': declared('1.0', 'KLINGON') }],
    [
      'TAG_FILE_INVALID bagit.txt:4',
      'more than a declaration',
      { 'bagit.txt': `${declared('1.0')}\nContact-Name: A\n` },
    ],
    ['UNSUPPORTED_VERSION bagit.txt:1', 'a version of the future', { 'bagit.txt': declared('1.1') }],
    ['TAG_FILE_INVALID bag-info.txt:1', 'a byte order mark', { 'bag-info.txt': '\ufeffContact-Name: A\n' }],
    ['TAG_FILE_INVALID bag-info.txt:1', 'white space before the colon', { 'bag-info.txt': 'Contact-Name : A\n' }],
    ['TAG_FILE_INVALID bag-info.txt:1', 'no white space after the colon', { 'bag-info.txt': 'Contact-Name:A\n' }],
    ['TAG_FILE_INVALID bag-info.txt:2', 'a line without a colon', { 'bag-info.txt': 'Contact-Name: A\nhello\n' }],
    ['TAG_FILE_INVALID bag-info.txt:1', 'a first line that goes on', { 'bag-info.txt': '  hello\n' }],
    ['TAG_FILE_INVALID bag-info.txt:2', 'two counts', { 'bag-info.txt': 'Payload-Oxum: 9.2\nPayload-Oxum: 9.2\n' }],
    ['TAG_FILE_INVALID bag-info.txt:1', 'a count that is none', { 'bag-info.txt': 'Payload-Oxum: 9\n' }],
    [
      'TAG_FILE_INVALID bag-info.txt',
      'bytes that are not UTF-8',
      { 'bag-info.txt': Uint8Array.of(0x41, 0x3a, 0x20, 0xff) },
    ],
    [
      'MANIFEST_INVALID manifest-md5.txt',
      'bytes that are not UTF-8',
      { 'manifest-md5.txt': Uint8Array.of(0x20, 0xff) },
    ],
    [
      'MANIFEST_INVALID manifest-crc32.txt',
      'an algorithm that nobody knows',
      { 'manifest-crc32.txt': '00  data/a.txt\n' },
    ],
    [
      'MANIFEST_INVALID manifest-SHA-256.txt',
      'an algorithm in another form',
      { 'manifest-SHA-256.txt': manifestOf('sha256', payload) },
    ],
    [
      'MANIFEST_INVALID manifest-sha512.txt:2',
      'a letter of a hash in the other case, which one flipped bit makes of it',
      { 'manifest-sha512.txt': oneCapital(listed) },
    ],
    [
      'MANIFEST_INVALID manifest-sha512.txt:1',
      'one of its hashes in the other case',
      {
        'manifest-sha512.txt': (listed + manifestOf('sha512', { 'data/c.txt': 'c' })).replace(/^\S+/, (hash) =>
          hash.toUpperCase(),
        ),
        'data/c.txt': 'c',
      },
    ],
    [
      'MANIFEST_INVALID tagmanifest-sha512.txt:2',
      'a letter of the tag manifest in the other case',
      {
        'tagmanifest-sha512.txt': oneCapital(
          manifestOf('sha512', { 'bagit.txt': declared('1.0'), 'manifest-sha512.txt': listed }),
        ),
      },
    ],
    [
      'MANIFEST_INVALID manifest-sha512.txt:3',
      'a path twice',
      { 'manifest-sha512.txt': listed + listed.split('\n')[0]! },
    ],
    ['MANIFEST_INVALID manifest-sha512.txt:3', 'a hash without a path', { 'manifest-sha512.txt': `${listed}abcdef\n` }],
    [
      'MANIFEST_INVALID manifest-sha512.txt:3',
      'a line that md5sum escaped',
      { 'manifest-sha512.txt': `${listed}\\${listed}` },
    ],
    [
      'MANIFEST_INVALID manifest-md5.txt:1',
      'a hash of another length',
      { 'manifest-md5.txt': manifestOf('sha1', payload) },
    ],
    ['MANIFEST_INVALID manifest-sha512.txt:3', 'a folder in the manifest', more('data/sub folder')],
    ['FILE_MISSING data/gone.txt:3', 'a file that is not there', more('data/gone.txt')],
    ['FILE_MISSING data/./a.txt:3', 'a path with a dot', more('data/./a.txt')],
    ['FILE_NOT_LISTED data/more.txt', 'a file that is not listed', { 'data/more.txt': 'x' }],
    ['FILE_NOT_LISTED data/a.txt', 'a file that one of two manifests lacks', { 'manifest-md5.txt': '' }],
    ['PATH_ESCAPES data/../../x:3', 'dots that lead out', more('data/../../x')],
    ['PATH_ESCAPES ../../../README.md:3', 'dots at the beginning', more('../../../README.md')],
    ['PATH_ESCAPES data/..:3', 'dots at the end', more('data/..')],
    ['PATH_ESCAPES data\\..\\..\\x:3', 'backslashes', more('data\\..\\..\\x')],
    ['PATH_ESCAPES data/%2e%2e/%2e%2e/x:3', 'encoded dots', more('data/%2e%2e/%2e%2e/x')],
    ['PATH_ESCAPES data/..%2F..%2Fx:3', 'encoded slashes', more('data/..%2F..%2Fx')],
    ['PATH_ESCAPES /etc/passwd:3', 'an absolute path', more('/etc/passwd')],
    ['PATH_ESCAPES ~/.profile:3', 'the own home', more('~/.profile')],
    ['PATH_ESCAPES ~root/.profile:3', "somebody's home", more('~root/.profile')],
    ['PATH_ESCAPES C:\\boot.ini:3', 'a drive', more('C:\\boot.ini')],
    ['PATH_ESCAPES c:boot.ini:3', 'a folder of a drive', more('c:boot.ini')],
    ['PATH_ESCAPES \\\\?\\C:\\boot.ini:3', 'a name space of Windows', more('\\\\?\\C:\\boot.ini')],
    ['PATH_ESCAPES \\\\server\\share\\x:3', 'a share', more('\\\\server\\share\\x')],
    [
      'PATH_ESCAPES bag-info.txt:3',
      'a tag file in the payload manifest',
      more('bag-info.txt', 'Contact-Name: Zoë\nPayload-Oxum: 9.2\n'),
    ],
    ['MANIFEST_INVALID tagmanifest-sha512.txt:1', 'payload in a tag manifest', { 'tagmanifest-sha512.txt': listed }],
    [
      'MANIFEST_INVALID tagmanifest-sha512.txt:1',
      'a tag manifest in a tag manifest',
      { 'tagmanifest-sha512.txt': manifestOf('sha512', { 'tagmanifest-md5.txt': '' }) },
    ],
    [
      'FILE_NOT_LISTED manifest-sha512.txt',
      'a tag manifest that lacks the manifest',
      { 'tagmanifest-sha512.txt': manifestOf('sha512', { 'bagit.txt': declared('1.0') }) },
    ],
    [
      'FILE_MISSING metadata/gone.xml:1',
      'a tag file that is not there',
      { 'tagmanifest-md5.txt': manifestOf('md5', { 'metadata/gone.xml': '' }) },
    ],
    [
      'PATH_ESCAPES ../up.txt:1',
      'a tag manifest that leads out',
      { 'tagmanifest-md5.txt': manifestOf('md5', { '../up.txt': '' }) },
    ],
    [
      'FILE_MISSING data/far.bin:3',
      'a file that is still to be fetched',
      { ...more('data/far.bin'), 'fetch.txt': 'https://example.com/far 10 data/far.bin\n' },
    ],
    ['FETCH_INVALID fetch.txt:1', 'a fetch line without an address', { 'fetch.txt': 'far 10 data/a.txt\n' }],
    [
      'FETCH_INVALID fetch.txt:1',
      'a fetch line without a length',
      { 'fetch.txt': 'https://example.com/far data/a.txt\n' },
    ],
    [
      'FETCH_INVALID fetch.txt:1',
      'a fetched file that no manifest lists',
      { 'fetch.txt': 'https://example.com/far - data/far.bin\n' },
    ],
    ['FETCH_INVALID fetch.txt:1', 'a fetched tag file', { 'fetch.txt': 'https://example.com/far - bag-info.txt\n' }],
    [
      'PATH_ESCAPES data/../../x:1',
      'a fetched file that leads out',
      { 'fetch.txt': 'https://example.com/far - data/../../x\n' },
    ],
  ])('%s: %s', async (problem, _what, change) => {
    const { verdict, problems } = await found(soundBag('1.0', 'sha512', change))
    expect(verdict).toBe('incomplete')
    expect(problems).toContain(problem)
  })

  it.each([
    ['NOT_A_BAG bagit.txt', 'bagit.txt'],
    ['MANIFEST_MISSING manifest-sha256.txt', 'manifest-sha512.txt'],
    ['FILE_MISSING data', 'data'],
  ])('%s: without %s', async (problem, path) => {
    const bag = soundBag()
    rmSync(join(bag, path), { recursive: true })
    const { verdict, problems } = await found(bag)
    expect([verdict, problems.includes(problem)]).toEqual(['incomplete', true])
  })

  it.each<[string, (bag: string, outside: string) => void]>([
    ['a link to a file outside', (bag, outside) => symlinkSync(join(outside, 'a.txt'), join(bag, 'data/a.txt'))],
    ['a link to a folder outside', (bag, outside) => symlinkSync(outside, join(bag, 'data/a.txt'))],
    ['a link to nothing', (bag, outside) => symlinkSync(join(outside, 'none'), join(bag, 'data/a.txt'))],
    ['a link to itself', (bag) => symlinkSync('a.txt', join(bag, 'data/a.txt'))],
  ])('PATH_ESCAPES: %s is not followed', async (_what, link) => {
    const outside = testFolder()
    mkdirSync(outside, { recursive: true })
    writeFileSync(join(outside, 'a.txt'), 'hello')
    const bag = soundBag()
    rmSync(join(bag, 'data/a.txt'))
    link(bag, outside)
    const { verdict, problems } = await found(bag)
    expect(verdict).toBe('incomplete')
    expect(problems).toContain('PATH_ESCAPES data/a.txt')
  })

  it.each(drafts)('version %s does not yet want a file in every manifest', async (version) => {
    const change = { 'manifest-md5.txt': manifestOf('md5', { 'data/a.txt': 'hello' }) }
    expect(await found(soundBag(version, 'sha512', change))).toMatchObject({ verdict: 'valid', problems: [] })
  })

  it('version 0.95 calls its metadata package-info.txt', async () => {
    const bag = folderWith({
      ...payload,
      'bagit.txt': declared('0.95'),
      'manifest-md5.txt': manifestOf('md5', payload),
      'package-info.txt': 'Payload-Oxum: 8.2\n',
    })
    expect(await found(bag)).toMatchObject({ verdict: 'complete', problems: ['OXUM_MISMATCH package-info.txt:1'] })
  })
})
