import { execFileSync } from 'node:child_process'
import fs, { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { batchHere, startBatchThread, type Batch } from '../../src/main/files/batchThread.ts'
import { FileBatch } from '../../src/main/files/fileBatch.ts'
import { partialOf } from '../../src/main/files/newFile.ts'
import { measureAudio } from '../../src/main/archive/audio/probe.ts'
import type { Measured } from '../../src/main/archive/audio/riff.ts'
import { proveArchive } from '../../src/main/archive/gate.ts'
import { writeBag } from '../../src/main/archive/writeBag.ts'
import { buildCli } from '../support/cli.ts'
import { testFolder } from '../support/folder.ts'
import { audioOf, mailbox, rigFor, sha256Of } from '../support/person.ts'

const script = resolve('out', 'main', 'saveFiles.js')
const kinds: readonly (readonly [string, () => Batch<Measured | null>])[] = [
  ["the caller's thread", () => batchHere(measureAudio)],
  ['a thread of its own', () => startBatchThread(script)],
]

beforeAll(buildCli, 120_000)

/** From now on the disk gives back one bit of each file otherwise than it was written. */
function spoilReads(): void {
  const { readSync } = fs
  const spoiled = (fd: number, buffer: Buffer, offset: number, length: number, at: number | null): number => {
    const read = readSync(fd, buffer, offset, length, at)
    if (read > 0 && at === 0) buffer[offset]! ^= 1
    return read
  }
  const use = (one: typeof readSync): void => {
    fs.readSync = one
    syncBuiltinESMExports()
  }
  use(spoiled as typeof readSync)
  onTestFinished(() => use(readSync))
}

describe('bytes whose hash nobody told', () => {
  it.each([5, 600_000])('are placed when the disk gives them back: %i of them', async (size) => {
    const batch = batchHere(measureAudio)
    const folder = testFolder()
    const bytes = Buffer.alloc(size, 'offhook')
    const given = { from: bytes, sha256: [] }
    const [placed] = await batch.settle([{ target: join(folder, 'a'), ...given }])
    expect(placed).toMatchObject({ outcome: 'placed', sha256: sha256Of(bytes) })
    spoilReads()
    const [refused] = await batch.settle([{ target: join(folder, 'b'), ...given }])
    expect(refused).toMatchObject({ outcome: 'failed', error: { code: 'EBADMSG' } })
    expect(readdirSync(folder)).toEqual(['a'])
  })
})

describe.each(kinds)('a batch of files on %s', (_, start) => {
  function testBatch(): { batch: Batch<Measured | null>; folder: string } {
    const batch = start()
    onTestFinished(() => batch.close())
    return { batch, folder: testFolder() }
  }

  it.each([0, 1, 100_000, 512 * 1024, 512 * 1024 + 1, 3_000_000])('places and reads back %i bytes', async (size) => {
    const { batch, folder } = testBatch()
    const bytes = Buffer.alloc(size, 'offhook')
    const sha256 = [sha256Of(bytes)]
    const source = join(testFolder(), 'source')
    writeFileSync(source, bytes)
    const [written, copied, given] = [join(folder, 'written'), join(folder, 'copied'), join(folder, 'given')]
    for (let offset = 0; offset < size; offset += 700_000)
      await batch.write(written, bytes.subarray(offset, offset + 700_000))
    expect(existsSync(written)).toBe(false)
    const settled = await batch.settle([
      { target: written, from: null, sha256 },
      { target: copied, from: source, sha256 },
      { target: given, from: Buffer.from(bytes), sha256 },
    ])
    const placed = { outcome: 'placed', bytes: size, sha256: sha256[0], seen: null }
    expect(settled).toEqual([placed, placed, placed])
    for (const file of [written, copied, given]) expect(readFileSync(file).equals(bytes)).toBe(true)
    expect(readdirSync(folder).toSorted()).toEqual(['copied', 'given', 'written'])
  })

  it('takes bytes that are a part of others, which stay, or that come twice', async () => {
    const { batch, folder } = testBatch()
    const all = Buffer.alloc(200_000, 'offhook')
    const twice = Buffer.alloc(50_000, 'twice')
    const parts = [all.subarray(0, 100_000), all.subarray(100_000), twice, twice]
    const files = parts.map((from, index) => ({ target: join(folder, `${index}`), from, sha256: [sha256Of(from)] }))
    expect(await batch.settle(files)).toMatchObject(parts.map(() => ({ outcome: 'placed' })))
    const placed = files.map(({ target }) => readFileSync(target))
    expect(Buffer.concat(placed.slice(0, 2)).equals(all)).toBe(true)
    expect(placed[3]!.equals(placed[2]!)).toBe(true)
    expect(all).toHaveLength(200_000)
  })

  it('places no bytes that are not those expected', async () => {
    const { batch, folder } = testBatch()
    const file = { target: join(folder, 'a'), from: Buffer.from('other'), sha256: [sha256Of(Buffer.from('right'))] }
    expect(await batch.settle([file])).toEqual([{ outcome: 'unexpected', bytes: 5 }])
    expect(readdirSync(folder)).toEqual([])
  })

  it('places what is whole beside what is not, and leaves nothing half', async () => {
    const { batch, folder } = testBatch()
    const file = (name: string): string => join(folder, name)
    writeFileSync(file('source'), 'whole')
    mkdirSync(file('folder'))
    symlinkSync('source', file('link'))
    symlinkSync('source', partialOf(file('waiting')))
    const sha256 = [sha256Of(Buffer.from('whole'))]
    const settled = await batch.settle([
      { target: file('missing'), from: file('not there'), sha256 },
      { target: file('other'), from: file('source'), sha256: [...sha256, '0'.repeat(64)] },
      { target: file('folder'), from: file('source'), sha256 },
      { target: file('link'), from: file('source'), sha256 },
      { target: file('waiting'), from: file('source'), sha256 },
      { target: file('good'), from: file('source'), sha256 },
    ])
    expect(settled).toMatchObject([
      { outcome: 'unreadable' },
      { outcome: 'unexpected', bytes: 5 },
      { outcome: 'failed', error: { code: 'EEXIST' } },
      { outcome: 'failed', error: { code: 'EEXIST' } },
      { outcome: 'failed', error: { code: 'EEXIST' } },
      { outcome: 'placed', bytes: 5 },
    ])
    expect(readdirSync(folder).toSorted()).toEqual(['.waiting.partial', 'folder', 'good', 'link', 'source'])
    expect(readFileSync(file('source'), 'utf8')).toBe('whole')
  })

  it('gives no name to what the disk does not give back as it was written', async () => {
    const { batch, folder } = testBatch()
    const target = join(folder, 'a')
    await batch.write(target, Buffer.from('right'))
    await expect.poll(() => existsSync(partialOf(target)) && readFileSync(partialOf(target), 'utf8')).toBe('right')
    writeFileSync(partialOf(target), 'wrong')
    const settled = await batch.settle([{ target, from: null, sha256: [sha256Of(Buffer.from('right'))] }])
    expect(settled).toMatchObject([{ outcome: 'failed', error: { code: 'EBADMSG' } }])
    expect(readdirSync(folder)).toEqual([])
  })

  it('forgets a file that is discarded in the middle', async () => {
    const { batch, folder } = testBatch()
    await batch.write(join(folder, 'a'), Buffer.from('half'))
    await batch.discard(join(folder, 'a'))
    expect(readdirSync(folder)).toEqual([])
    await batch.write(join(folder, 'a'), Buffer.from('new'))
    const sha256 = [sha256Of(Buffer.from('new'))]
    expect(await batch.settle([{ target: join(folder, 'a'), from: null, sha256 }])).toMatchObject([{ bytes: 3 }])
  })
})

describe('a copy that reads back as other bytes', () => {
  /** Files are read back one after the other: the look at the first is where the disk or the source of the second changes. */
  function settleTwo(
    change: (files: { partial: string; source: string }) => void,
    bytes: Uint8Array | null = null,
  ): { folder: string; second: unknown } {
    const folder = testFolder()
    const source = join(testFolder(), 'source')
    writeFileSync(source, 'right')
    const sha256 = [sha256Of(Buffer.from('right'))]
    const [first, second] = [join(folder, 'first'), join(folder, 'second')]
    const look = (_: unknown, target: string): void => {
      if (target === first) change({ partial: partialOf(second), source })
    }
    const files = [first, second].map((target) => ({ target, from: bytes ?? source, sha256 }))
    return { folder, second: new FileBatch().settle(files, look)[1] }
  }

  it('is a fault of the disk as long as its source reads as listed', () => {
    const { folder, second } = settleTwo(({ partial }) => writeFileSync(partial, 'wrong'))
    expect(second).toMatchObject({ outcome: 'failed', error: { code: 'EBADMSG' } })
    expect(readdirSync(folder)).toEqual(['first'])
  })

  it('is a fault of the disk where the bytes are at hand', () => {
    const { folder, second } = settleTwo(({ partial }) => writeFileSync(partial, 'wrong'), Buffer.from('right'))
    expect(second).toMatchObject({ outcome: 'failed', error: { code: 'EBADMSG' } })
    expect(readdirSync(folder)).toEqual(['first'])
  })

  it('is a fault of the source when that has other bytes too, or is gone', () => {
    const changed = settleTwo(({ partial, source }) => [partial, source].forEach((one) => writeFileSync(one, 'other!')))
    expect(changed.second).toEqual({ outcome: 'unexpected', bytes: 6 })
    const gone = settleTwo(({ partial, source }) => (writeFileSync(partial, ''), rmSync(source)))
    expect(gone.second).toEqual({ outcome: 'unexpected', bytes: 0 })
    expect([...readdirSync(changed.folder), ...readdirSync(gone.folder)]).toEqual(['first', 'first'])
  })
})

describe('an archive written by threads', () => {
  it('is a bag that sha256sum checks, from streams and from files', async () => {
    const bag = join(testFolder(), 'bag')
    const box = mailbox(150)
    const sources = testFolder()
    const rig = rigFor(box, bag, { savingThread: script })
    rig.io.openAudio = async (id) => {
      const audio = audioOf(box.audio.get(id)!)
      if (id.endsWith('1')) return audio
      writeFileSync(join(sources, id), box.audio.get(id)!)
      return { ...audio, file: join(sources, id) }
    }
    const written = await writeBag(rig.request, rig.io)
    execFileSync('sha256sum', ['--check', '--strict', '--quiet', 'manifest-sha256.txt'], { cwd: bag })
    expect(await proveArchive(bag, rig.listed, written.manifestSha256)).toEqual([])
  })

  it('names the message whose source file shrank, and proves the others', async () => {
    const bag = join(testFolder(), 'bag')
    const box = mailbox(20)
    const source = join(testFolder(), 'short.wav')
    const rig = rigFor(box, bag, { savingThread: script })
    const short = box.messages[4]!
    writeFileSync(source, box.audio.get(short.id)!.subarray(0, 100))
    rig.io.openAudio = async (id) => ({ ...audioOf(box.audio.get(id)!), file: id === short.id ? source : null })
    await expect(writeBag(rig.request, rig.io)).rejects.toMatchObject({
      code: 'FILE_PROBLEM',
      message: expect.stringContaining(`has 100 of the ${short.bytes} bytes listed`) as string,
    })
    expect(rig.listed.filter(({ proof }) => proof === null)).toHaveLength(1)
  })

  it('fails when its thread dies, and goes on afterwards', async () => {
    const bag = join(testFolder(), 'bag')
    const rig = rigFor(mailbox(3), bag, { savingThread: join(testFolder(), 'missing.js') })
    await expect(writeBag(rig.request, rig.io)).rejects.toThrow(/thread that writes files failed/)
    rig.io.savingThread = script
    expect((await writeBag(rig.request, rig.io)).payloadFiles).toBeGreaterThan(3)
  })
})
