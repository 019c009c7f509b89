import { describe, expect, it } from 'vitest'
import {
  declared,
  drafts,
  folderWith,
  found,
  hashOf,
  info,
  manifestOf,
  payload,
  soundBag,
  type BagFiles,
} from '../support/bags.ts'

const versions = [...drafts, '1.0'] as const
const algorithms = ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'] as const

describe('a sound bag', () => {
  it.each(versions.flatMap((version) => algorithms.map((algorithm) => [version, algorithm] as const)))(
    'of version %s with %s is valid',
    async (version, algorithm) => {
      const { verdict, problems, warnings } = await found(soundBag(version, algorithm))
      expect([verdict, problems]).toEqual(['valid', []])
      expect(warnings).toEqual([
        ...(version === '1.0' ? [] : ['OLD_VERSION bagit.txt']),
        ...(['md5', 'sha1'].includes(algorithm) ? [`WEAK_ALGORITHM manifest-${algorithm}.txt`] : []),
      ])
    },
  )

  it.each([
    ['LF', '\n'],
    ['CR', '\r'],
    ['CRLF', '\r\n'],
  ])('may end the lines of every tag file with %s', async (_name, end) => {
    const ended = (text: string): string => text.replaceAll('\n', end)
    const change = {
      'bagit.txt': ended(declared('1.0')),
      'bag-info.txt': ended('Contact-Name: Zoë\nExternal-Description: long\n  and longer\nPayload-Oxum: 9.2\n'),
      'manifest-sha512.txt': ended(manifestOf('sha512', payload)),
    }
    expect(await found(soundBag('1.0', 'sha512', change))).toEqual({ verdict: 'valid', problems: [], warnings: [] })
  })

  it.each([
    ['no payload at all', { 'manifest-sha512.txt': '', 'bag-info.txt': 'Payload-Oxum: 0.0\n' }, {}],
    ['hashes in upper case', { 'manifest-sha512.txt': upperCase(manifestOf('sha512', payload)) }, payload],
    [
      'tabs between hash and path',
      { 'manifest-sha512.txt': manifestOf('sha512', payload).replaceAll('  ', '\t') },
      payload,
    ],
    ['no line break at the end', { 'manifest-sha512.txt': manifestOf('sha512', payload).trimEnd() }, payload],
    [
      'elements that repeat',
      {
        'bag-info.txt': 'Contact-Name: A\nContact-Name: B\nOwn-Label: x: y\nEmpty:\n',
        'manifest-sha256.txt': manifestOf('sha256', payload),
      },
      payload,
    ],
  ])('may have %s', async (_what, tags, files) => {
    const bag = folderWith({ 'bagit.txt': declared('1.0'), ...files, ...tags })
    expect(await found(bag)).toMatchObject({ verdict: 'valid', problems: [] })
  })

  it('may have tag folders, and several manifests that agree', async () => {
    const change = { 'manifest-md5.txt': manifestOf('md5', payload), 'metadata/more.xml': '<x/>' }
    expect(await found(soundBag('1.0', 'sha512', change))).toEqual({ verdict: 'valid', problems: [], warnings: [] })
  })

  it.each([
    ['UTF-16 with the mark of little endian', 'UTF-16', utf16(true, true)],
    ['UTF-16 with the mark of big endian', 'UTF-16', utf16(false, true)],
    ['UTF-16 without a mark', 'UTF-16', utf16(true, false)],
    ['UTF-16BE', 'UTF-16BE', utf16(false, false)],
    ['ISO-8859-1', 'ISO-8859-1', (text: string) => Buffer.from(text, 'latin1')],
  ])('may have its tag files in %s', async (_name, encoding, encode) => {
    const files: BagFiles = { 'data/Zoë.txt': 'x' }
    const bag = folderWith({
      ...files,
      'bagit.txt': declared('1.0', encoding),
      'manifest-sha256.txt': encode(manifestOf('sha256', files)),
      'bag-info.txt': encode('Contact-Name: Zoë\nPayload-Oxum: 1.1\n'),
    })
    const { verdict, warnings } = await found(bag)
    expect([verdict, warnings]).toEqual([
      'valid',
      ['NOT_UTF8 bagit.txt', 'TAG_MANIFEST_MISSING tagmanifest-sha256.txt'],
    ])
  })

  it('decodes line breaks and percent signs of names, and nothing else', async () => {
    const files: BagFiles = { 'data/a\nb\rc 100% %20.txt': 'x' }
    const encoded = `${hashOf('sha256', 'x')}  data/a%0Ab%0dc 100%25 %2520.txt\n`
    const bag = folderWith({ ...files, 'bagit.txt': declared('1.0'), 'manifest-sha256.txt': encoded })
    expect(await found(bag)).toMatchObject({ verdict: 'valid', problems: [] })
  })

  it.each(['\u2028', '\u2029', '\u0085'])('ends no line at %j: in a name, an element or an address', async (sign) => {
    const files: BagFiles = { [`data/a${sign}b.txt`]: 'x' }
    const bag = soundBag('1.0', 'sha512', {
      ...files,
      'manifest-sha512.txt': manifestOf('sha512', { ...payload, ...files }),
      'bag-info.txt': `Contact-Name: Ann${sign}Berg\n`,
      'fetch.txt': `https://example.com/a 1 data/a${sign}b.txt\n`,
    })
    expect(await found(bag)).toEqual({ verdict: 'valid', problems: [], warnings: [] })
  })

  it('of a draft names percent signs as they are', async () => {
    const files: BagFiles = { 'data/100%25.txt': 'x', 'data/%0A.txt': 'y' }
    const bag = folderWith({
      ...files,
      'bagit.txt': declared('0.97'),
      'manifest-md5.txt': manifestOf('md5', files),
    })
    expect(await found(bag)).toMatchObject({ verdict: 'valid', problems: [] })
  })
})

const listed = manifestOf('sha512', payload)

describe('a bag with warnings is valid', () => {
  it.each<[string, string, string, BagFiles]>([
    ['LOOSE_FORM bagit.txt', 'empty lines after the declaration', '1.0', { 'bagit.txt': `${declared('1.0')}\n\n` }],
    [
      'LOOSE_FORM manifest-sha512.txt:1',
      'md5sum made the manifest',
      '1.0',
      { 'manifest-sha512.txt': listed.replaceAll('  ', ' *') },
    ],
    [
      'LOOSE_FORM manifest-sha512.txt:1',
      'paths begin with ./',
      '1.0',
      { 'manifest-sha512.txt': listed.replaceAll('  data', '  ./data') },
    ],
    [
      'LOOSE_FORM manifest-sha512.txt:3',
      'a percent sign is not encoded',
      '1.0',
      {
        'data/5%.txt': 'x',
        'manifest-sha512.txt': listed + manifestOf('sha512', { 'data/5%.txt': 'x' }),
        ...info('10.3'),
      },
    ],
    [
      'LOOSE_FORM bag-info.txt:2',
      'a date is given twice',
      '1.0',
      { 'bag-info.txt': 'Bagging-Date: 2026-01-01\nbagging-date: 2026-01-02\n' },
    ],
    [
      'LOOSE_FORM bag-info.txt:1',
      'a draft has white space before the colon',
      '0.97',
      { 'bag-info.txt': 'Contact-Name  :   A\n' },
    ],
    [
      'BYTE_ORDER_MARK bag-info.txt:1',
      'a draft has a byte order mark',
      '0.97',
      { 'bag-info.txt': '\ufeffContact-Name: A\n' },
    ],
    [
      'LOOSE_FORM fetch.txt:1',
      'a draft fetches beside the payload',
      '0.97',
      { 'fetch.txt': 'https://example.com/x - x.png\n' },
    ],
    [
      'LOOSE_FORM fetch.txt:3',
      'a file is to be fetched twice',
      '1.0',
      { 'fetch.txt': 'https://example.com/a 5 data/a.txt\n\nhttps://example.org/a - data/a.txt\n' },
    ],
    [
      'LOOSE_FORM fetch.txt:1',
      'a file that is there has another length than was to be fetched',
      '1.0',
      { 'fetch.txt': 'https://example.com/a 4 data/a.txt\n' },
    ],
    [
      'TAG_FILE_UNPROTECTED notes.txt',
      'a tag file is not in the tag manifest',
      '1.0',
      { 'notes.txt': 'x', 'tagmanifest-sha512.txt': manifestOf('sha512', { 'manifest-sha512.txt': listed }) },
    ],
    [
      'NAMES_COLLIDE data/a.txt',
      'names differ in case',
      '1.0',
      {
        'data/A.txt': 'x',
        'manifest-sha512.txt': listed + manifestOf('sha512', { 'data/A.txt': 'x' }),
        ...info('10.3'),
      },
    ],
    [
      'SYSTEM_FILE data/.DS_Store',
      'the system left a file',
      '1.0',
      {
        'data/.DS_Store': 'x',
        'manifest-sha512.txt': listed + manifestOf('sha512', { 'data/.DS_Store': 'x' }),
        ...info('10.3'),
      },
    ],
    [
      'BAG_IN_BAG data/in/bagit.txt',
      'a bag lies in it',
      '1.0',
      {
        'data/in/bagit.txt': declared('2.0'),
        'manifest-sha512.txt': listed + manifestOf('sha512', { 'data/in/bagit.txt': declared('2.0') }),
        'bag-info.txt': 'Contact-Name: A\n',
      },
    ],
    [
      'MANIFESTS_DIFFER manifest-sha512.txt',
      'the manifests of a draft list different files',
      '0.97',
      { 'manifest-md5.txt': manifestOf('md5', { 'data/a.txt': 'hello' }) },
    ],
  ])('%s: %s', async (warning, _what, version, change) => {
    const { verdict, problems, warnings } = await found(soundBag(version, 'sha512', change))
    expect([verdict, problems]).toEqual(['valid', []])
    expect(warnings.filter((one) => !one.startsWith('OLD_VERSION'))).toContain(warning)
  })

  it('a length in fetch.txt that fits, and tag files that are listed, need no warning', async () => {
    const fetched = 'https://example.com/a 5 data/a.txt\nhttps://example.com/b - data/sub folder/b.bin\n'
    const { verdict, warnings } = await found(soundBag('1.0', 'sha512', { 'fetch.txt': fetched }))
    expect([verdict, warnings]).toEqual(['valid', []])
  })

  const nfc = 'data/Zo\u00eb.txt'
  const nfd = 'data/Zoe\u0308.txt'

  it('OTHER_SPELLING: the manifest composes what the disk does not', async () => {
    const bag = folderWith({
      [nfd]: 'x',
      'bagit.txt': declared('1.0'),
      'manifest-sha256.txt': manifestOf('sha256', { [nfc]: 'x' }),
    })
    const { verdict, warnings } = await found(bag)
    expect(verdict).toBe('valid')
    expect(warnings).toContain('OTHER_SPELLING manifest-sha256.txt:1')
  })

  it('NAMES_COLLIDE: two files differ in normalization only', async () => {
    const twins: BagFiles = { [nfc]: 'x', [nfd]: 'y' }
    const bag = folderWith({
      ...twins,
      'bagit.txt': declared('1.0'),
      'manifest-sha256.txt': manifestOf('sha256', twins),
    })
    const { verdict, warnings } = await found(bag)
    expect(verdict).toBe('valid')
    expect(warnings).toContain(`NAMES_COLLIDE ${nfc}`)
  })

  it.each([
    ['0.97', 'valid', []],
    ['1.0', 'incomplete', ['MANIFEST_INVALID manifest-sha256.txt:2']],
  ])('one file under two spellings in one manifest: version %s finds it %s', async (version, verdict, problems) => {
    const twice = manifestOf('sha256', { [nfc]: 'x' }) + manifestOf('sha256', { [nfd]: 'x' })
    const bag = folderWith({ [nfc]: 'x', 'bagit.txt': declared(version), 'manifest-sha256.txt': twice })
    expect(await found(bag)).toMatchObject({ verdict, problems })
  })
})

function upperCase(lines: string): string {
  return lines.replaceAll(/^[0-9a-f]+/gm, (hash) => hash.toUpperCase())
}

function utf16(little: boolean, mark: boolean): (text: string) => Uint8Array {
  return (text) => {
    const bytes = Buffer.from(`${mark ? '\ufeff' : ''}${text}`, 'utf16le')
    return little ? bytes : bytes.swap16()
  }
}
