import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  existsSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { harmlessCell } from '../../src/main/files/csvText.ts'
import { proveArchive } from '../../src/main/archive/gate.ts'
import { verifyBag } from '../../src/main/archive/verifyBag.ts'
import { writeBag } from '../../src/main/archive/writeBag.ts'
import { isPartial } from '../../src/main/files/newFile.ts'
import { archivedMessage } from '../../src/shared/archives/model.ts'
import { testFolder } from '../support/folder.ts'
import { audioOf, mailbox, rigFor, sha256Of } from '../support/person.ts'
import { gsmFrames, wavOf } from '../support/audio.ts'

const newBag = (): string => join(testFolder(), '2026-11-23 1042 Dana Whitfield')
const text = (bag: string, path: string): string => readFileSync(join(bag, path), 'utf8')
const allFiles = (bag: string): string[] =>
  readdirSync(bag, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(bag.length + 1))

describe('writeBag', () => {
  it('makes a bag that sha256sum checks without us', async () => {
    const bag = newBag()
    const rig = rigFor(mailbox(70), bag)
    const written = await writeBag(rig.request, rig.io)
    execFileSync('sha256sum', ['--check', '--strict', '--quiet', 'manifest-sha256.txt'], { cwd: bag })
    execFileSync('sha256sum', ['--check', '--strict', '--quiet', 'tagmanifest-sha256.txt'], { cwd: bag })
    expect(text(bag, 'bagit.txt')).toBe('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')
    expect(text(bag, 'bag-info.txt')).toContain(`Payload-Oxum: ${written.payloadBytes}.${written.payloadFiles}\n`)
    expect(written.manifestSha256).toBe(sha256Of(readFileSync(join(bag, 'manifest-sha256.txt'))))
    expect(allFiles(bag).filter((file) => file.startsWith('data/'))).toHaveLength(written.payloadFiles)
    expect(rig.phases).toEqual(new Set(['saving', 'writing']))
    expect(await proveArchive(bag, rig.listed, written.manifestSha256)).toEqual([])
    // Cancel, and quitting, need not wait until all of a large archive is read.
    await expect(proveArchive(bag, rig.listed, written.manifestSha256, AbortSignal.abort())).rejects.toThrow('aborted')
  })

  it('lists every message with its hash, and time with zone', async () => {
    const bag = newBag()
    const box = mailbox(9)
    const rig = rigFor(box, bag)
    await writeBag(rig.request, rig.io)
    const saved = archivedMessage.array().parse(JSON.parse(text(bag, 'data/voicemail/voicemails.json')))
    expect(saved.map(({ id, sha256 }) => [id, sha256])).toEqual(box.messages.map(({ id, sha256 }) => [id, sha256]))
    for (const { file, sha256 } of saved) expect(sha256Of(readFileSync(join(bag, file)))).toBe(sha256)
  })

  it('saves only the kinds that were chosen', async () => {
    const bag = newBag()
    const rig = rigFor(mailbox(1), bag)
    await writeBag({ ...rig.request, include: ['contacts'] }, rig.io)
    expect(allFiles(join(bag, 'data')).toSorted()).toEqual([
      'contacts.vcf',
      'custody.json',
      'index.html',
      'person.json',
      expect.stringMatching(/^voicemail\/0001 /),
      'voicemail/voicemails.json',
    ])
  })

  it('gives spreadsheets no cell that runs, and loses nothing of it', async () => {
    const bag = newBag()
    const rig = rigFor(mailbox(0), bag)
    await writeBag(rig.request, rig.io)
    const rows = parse<Record<string, string>>(text(bag, 'data/calls.csv'), { bom: true, columns: true })
    for (const cell of rows.flatMap(Object.values)) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
    const original = rows.map(({ name, number }) => [name, number].map((cell) => cell!.replace(/^'/, '')))
    expect(original).toEqual([
      ['=HYPERLINK("x")', '+12125550134'],
      ["'Quoted", '1043'],
      ['Ann, "A"\nB', ''],
    ])
    expect(
      ['=1', '+1', '-1', '@a', '\t=1', "'=1", 'plain'].map((cell) => harmlessCell(cell).replace(/^'/, '')),
    ).toEqual(['=1', '+1', '-1', '@a', '\t=1', "'=1", 'plain'])
  })

  it('shows hostile callers as text and plays each file by its encoded name', async () => {
    const bag = newBag()
    const evil = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
    const rig = rigFor(
      mailbox(2, () => ({ callerName: evil, transcript: `${evil}\u0000`, folder: evil })),
      bag,
    )
    await writeBag(rig.request, rig.io)
    const page = text(bag, 'data/index.html')
    expect(page).not.toMatch(/<script|<img|onerror=alert\(1\)>/i)
    expect(page).toContain('&quot;&gt;&lt;script&gt;')
    const sources = [...page.matchAll(/<audio [^>]*src="([^"]+)"/g)].map((match) => decodeURIComponent(match[1]!))
    expect(sources).toHaveLength(2)
    for (const source of sources) expect(existsSync(join(bag, 'data', source))).toBe(true)
  })

  it('goes on after an abort without writing proven messages again', async () => {
    const bag = newBag()
    const box = mailbox(200)
    const stop = new AbortController()
    const first = rigFor(box, bag, { signal: stop.signal })
    let opened = 0
    first.io.openAudio = async (id) => {
      if ((opened += 1) === 100) stop.abort()
      return audioOf(box.audio.get(id)!)
    }
    await expect(writeBag(first.request, first.io)).rejects.toMatchObject({ code: 'CANCELLED' })
    const proven = first.listed.filter(({ proof }) => proof !== null).length
    expect(proven).toBeGreaterThanOrEqual(64)
    expect(existsSync(join(bag, 'bagit.txt'))).toBe(false)
    expect(allFiles(bag).filter((file) => isPartial(file.split('/').at(-1)!))).toEqual([])

    const again = rigFor(box, bag)
    for (const [index, { proof }] of first.listed.entries()) again.listed[index]!.proof = proof
    const reopened: string[] = []
    again.io.openAudio = async (id) => {
      reopened.push(id)
      return audioOf(box.audio.get(id)!)
    }
    const written = await writeBag(again.request, again.io)
    expect(reopened).toHaveLength(200 - proven)
    expect(await proveArchive(bag, again.listed, written.manifestSha256)).toEqual([])
  })

  it('replaces what a crash left: partials, unproven files, and a proven file that is damaged now', async () => {
    const bag = newBag()
    const box = mailbox(5)
    const first = rigFor(box, bag)
    await writeBag(first.request, first.io)
    const again = rigFor(box, bag)
    for (const [index, { proof }] of first.listed.entries()) again.listed[index]!.proof = index < 3 ? proof : null
    truncateSync(join(bag, again.listed[1]!.file), 100)
    truncateSync(join(bag, again.listed[3]!.file), 7)
    const partial = join(bag, 'data/voicemail', `.${again.listed[4]!.file.split('/').at(-1)!}.partial`)
    writeFileSync(partial, 'half')
    const written = await writeBag(again.request, again.io)
    expect(existsSync(partial)).toBe(false)
    expect(await proveArchive(bag, again.listed, written.manifestSha256)).toEqual([])
    const custody = JSON.parse(text(bag, 'data/custody.json')) as { earlierTries: unknown }
    expect(custody.earlierTries).toEqual({ messagesProvenBefore: 2, unfinishedFilesRemoved: 1 })
  })

  it('follows no link that stands where a message goes', async () => {
    const bag = newBag()
    const victim = join(testFolder(), 'victim')
    writeFileSync(victim, 'untouched')
    const box = mailbox(1)
    const rig = rigFor(box, bag)
    await writeBag(rig.request, rig.io)
    const file = join(bag, rig.listed[0]!.file)
    rmSync(file)
    symlinkSync(victim, file)
    rig.listed[0]!.proof = null
    await expect(writeBag(rig.request, rig.io)).rejects.toMatchObject({ code: 'FILE_PROBLEM' })
    expect(readFileSync(victim, 'utf8')).toBe('untouched')
  })

  // Would catch: an archive that is told as valid and is not, because an import moved the numbers of its greetings.
  it('lists every greeting that lies in it, whatever an earlier try left there', async () => {
    const bag = newBag()
    const rig = rigFor(mailbox(1), bag)
    await writeBag(rig.request, rig.io)
    const { greetings } = rig.request.belongings!
    const more = [{ ...greetings[0]!, id: 'g0', kind: 'busy' }, ...greetings]
    await writeBag({ ...rig.request, belongings: { ...rig.request.belongings!, greetings: more } }, rig.io)
    expect(readdirSync(join(bag, 'data/greetings')).length).toBe(greetings.length + 1)
    const verified = await verifyBag(bag, { signal: new AbortController().signal, report: () => undefined })
    expect(verified.problems).toEqual([])
  })

  it('leaves the archive of another run alone', async () => {
    const bag = newBag()
    const rig = rigFor(mailbox(1), bag)
    const { manifestSha256 } = await writeBag(rig.request, rig.io)
    const other = { ...rig.request, custody: { ...rig.request.custody, runId: 'run-2' } }
    await expect(writeBag(other, rig.io)).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(await proveArchive(bag, rig.listed, manifestSha256)).toEqual([])
  })

  it.each([
    ['is shorter than listed', (bytes: Uint8Array) => audioOf(bytes.subarray(0, 9000), null)],
    ['is longer than listed', (bytes: Uint8Array) => audioOf(Buffer.concat([bytes, Buffer.alloc(2)]), null)],
    ['has another hash', (bytes: Uint8Array) => audioOf(Buffer.from(bytes).fill(1, 100, 101), null)],
    ['breaks off', (bytes: Uint8Array) => ({ ...audioOf(bytes), chunks: breaking(bytes) })],
  ])('names the message whose source %s, saves all others, and leaves nothing half', async (_what, source) => {
    const bag = newBag()
    const box = mailbox(12)
    const rig = rigFor(box, bag)
    rig.io.openAudio = async (id) => (id === 'vm-4' ? source(box.audio.get(id)!) : audioOf(box.audio.get(id)!))
    await expect(writeBag(rig.request, rig.io)).rejects.toMatchObject({
      code: 'FILE_PROBLEM',
      message: expect.stringContaining('The message from Caller 4, received 2026-10-01 10:04,') as string,
    })
    expect(rig.listed.filter(({ proof }) => proof === null).map(({ position }) => position)).toEqual([5])
    expect(readdirSync(join(bag, 'data/voicemail'))).toHaveLength(11)
  })

  it('refuses a message that is not audio although size and hash are as listed', async () => {
    const bag = newBag()
    const page = Buffer.from('<html>Not found</html>'.repeat(50))
    const box = mailbox(3, (index) => (index === 1 ? { bytes: page.length, sha256: sha256Of(page) } : {}))
    box.audio.set(box.messages[1]!.id, page)
    const rig = rigFor(box, bag)
    await expect(writeBag(rig.request, rig.io)).rejects.toMatchObject({
      code: 'FILE_PROBLEM',
      message: expect.stringContaining('Caller 1, received 2026-10-01 10:01, is not audio') as string,
    })
  })
})

async function* breaking(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes.subarray(0, 5000)
  throw new Error('connection reset')
}

describe('proveArchive', () => {
  async function sealed() {
    const bag = newBag()
    const box = mailbox(6, (index) => ({ format: index === 5 ? 'gsm' : 'wav-pcm', ...(index === 5 ? gsm() : {}) }))
    box.audio.set(box.messages[5]!.id, gsmFrames(50))
    const rig = rigFor(box, bag)
    const { manifestSha256 } = await writeBag(rig.request, rig.io)
    const at = (index: number): string => join(bag, rig.listed[index]!.file)
    return { bag, rig, manifestSha256, at, prove: () => proveArchive(bag, rig.listed, manifestSha256) }
  }
  const gsm = () => ({ seconds: 1, bytes: gsmFrames(50).length, sha256: sha256Of(gsmFrames(50)) })

  it('passes an archive that is as it was sealed', async () => {
    expect(await (await sealed()).prove()).toEqual([])
  })

  it('sees a missing file and names its message', async () => {
    const { at, prove } = await sealed()
    rmSync(at(1))
    expect(await prove()).toEqual([
      expect.objectContaining({
        code: 'MISSING',
        message: 'The file of the message from Caller 1, received 2026-10-01 10:01, is not in the archive.',
      }),
    ])
  })

  it('sees a truncated file', async () => {
    const { at, prove } = await sealed()
    truncateSync(at(2), statSync(at(2)).size - 1)
    expect(await prove()).toEqual([expect.objectContaining({ code: 'TRUNCATED' })])
  })

  it('sees two files exchanged and says whose audio each holds', async () => {
    const { at, prove } = await sealed()
    const [one, two] = [readFileSync(at(1)), readFileSync(at(2))]
    writeFileSync(at(1), two)
    writeFileSync(at(2), one)
    const problems = await prove()
    expect(problems.map(({ code }) => code)).toEqual(['SWAPPED', 'SWAPPED'])
    expect(problems[0]?.message).toContain('Caller 1, received 2026-10-01 10:01, holds the message from Caller 2')
  })

  it('sees one flipped bit', async () => {
    const { at, prove } = await sealed()
    const bytes = readFileSync(at(3))
    bytes[5000]! ^= 1
    writeFileSync(at(3), bytes)
    expect(await prove()).toEqual([expect.objectContaining({ code: 'CHANGED' })])
  })

  it('sees what is not audio, and audio that is too short, even under a proof that agrees with the file', async () => {
    const { bag, rig, at } = await sealed()
    const page = Buffer.from('<html>'.repeat(20_000))
    const short = wavOf({ tag: 1, seconds: 1, before: Buffer.alloc(0), fill: 9 })
    for (const [index, bytes] of [
      [1, page],
      [2, short],
    ] as const) {
      writeFileSync(at(index), bytes)
      const proof = { sha256: sha256Of(bytes), bytes: bytes.length }
      rig.listed[index]!.proof = proof
      rig.listed[index]!.message = { ...rig.listed[index]!.message, ...proof }
    }
    const lines = text(bag, 'manifest-sha256.txt')
      .split('\n')
      .map((line) => {
        const listed = rig.listed.find(({ file }) => line.endsWith(file))
        return listed?.proof ? `${listed.proof.sha256}  ${listed.file}` : line
      })
    writeFileSync(join(bag, 'manifest-sha256.txt'), lines.join('\n'))
    const problems = await proveArchive(bag, rig.listed, sha256Of(Buffer.from(lines.join('\n'))))
    expect(problems.map(({ code }) => code)).toEqual(['NOT_AUDIO', 'TOO_SHORT'])
  })

  it('sees that the manifest is not the recorded one', async () => {
    const { bag, prove } = await sealed()
    appendFileSync(join(bag, 'manifest-sha256.txt'), '\n')
    expect(await prove()).toEqual([expect.objectContaining({ code: 'MANIFEST_CHANGED' })])
  })

  it('sees that contacts, which a deletion takes too, were changed', async () => {
    const { bag, prove } = await sealed()
    appendFileSync(join(bag, 'data/contacts.vcf'), ' ')
    expect(await prove()).toEqual([expect.objectContaining({ code: 'CHANGED', file: 'data/contacts.vcf' })])
  })

  it('does not take a listed message without a proof for proven', async () => {
    const { rig, prove } = await sealed()
    rig.listed[0]!.proof = null
    expect(await prove()).toEqual([expect.objectContaining({ code: 'NOT_PROVEN' })])
  })

  it.each(['data', 'data/voicemail', 'data/greetings'])(
    'does not prove %s when a link stands for it',
    async (folder) => {
      const { bag, prove } = await sealed()
      const elsewhere = join(testFolder(), 'elsewhere')
      execFileSync('mv', [join(bag, folder), elsewhere])
      symlinkSync(elsewhere, join(bag, folder))
      expect(await prove()).toEqual([expect.objectContaining({ code: 'UNREADABLE', file: folder })])
    },
  )

  it('says that the archive is gone when the whole folder is', async () => {
    const { bag, prove } = await sealed()
    rmSync(bag, { recursive: true })
    expect(await prove()).toEqual([expect.objectContaining({ code: 'MANIFEST_MISSING' })])
  })
})
