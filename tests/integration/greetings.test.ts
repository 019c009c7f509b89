import { createHash } from 'node:crypto'
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { writeBag } from '../../src/main/archive/writeBag.ts'
import type { MediaBody } from '../../src/main/desktop.ts'
import type { SoundPlace } from '../../src/shared/listen/contract.ts'
import { soundPlace } from '../../src/shared/listen/contract.ts'
import { playableFormats } from '../../src/shared/voicemail/model.ts'
import { buildCli } from '../support/cli.ts'
import { testFolder } from '../support/folder.ts'
import { mailbox, rigFor } from '../support/person.ts'
import { readRecording, recordings } from '../support/recordings.ts'
import { decodingThreads, openListening } from '../support/listening.ts'
import { demoFolder } from '../support/services.ts'
import { fillGreetings } from '../support/soundBox.ts'

beforeAll(buildCli, 120_000)

const files = ['pcm.wav', 'wav49.WAV', 'voice.g722', 'speex.ogg']
const greeting = (id: string): SoundPlace => soundPlace.parse({ kind: 'greeting', id })

async function openWithGreetings(decodingThread: string | null) {
  const dataFolder = await demoFolder()
  fillGreetings(dataFolder, '1017', files)
  return openListening(dataFolder, decodingThread)
}

async function bytesOf(body: MediaBody): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of body.read({ first: 0, last: body.size - 1 })) chunks.push(Buffer.from(chunk as Uint8Array))
  return Buffer.concat(chunks)
}

describe.each(decodingThreads)('a greeting in %s', (_kind, script) => {
  // Would catch: telephone codecs that reach the window as they are, because no list names the format of a greeting.
  it('is the file where Chromium plays it, else the WAV of what is decoded', async () => {
    const { listening } = await openWithGreetings(script)
    for (const [index, name] of files.slice(0, 3).entries()) {
      const recording = recordings.find(({ file }) => file === name)!
      const bytes = await bytesOf(await listening.body(greeting(`greeting-${index}`)))
      const plain = playableFormats.has(recording.format)
      const hash = createHash('sha256').update(plain ? bytes : bytes.subarray(44))
      expect([name, hash.digest('hex')]).toEqual([name, plain ? recording.sha256 : recording.pcmSha256])
    }
  })

  it('says what is wrong with its file', async () => {
    const { listening, services } = await openWithGreetings(script)
    const look = async (index: number) => (await listening.look(greeting(`greeting-${index}`))).problem
    expect(await look(3)).toBe('NO_DECODER')
    const path = join(services.audioFolder, 'sounds/wav49.WAV')
    writeFileSync(path, readRecording('wav49.WAV').subarray(0, 2000))
    expect(await look(1)).toBe('SHORTER')
    writeFileSync(path, 'no sound at all')
    expect(await look(1)).toBe('NOT_AUDIO')
    await expect(listening.body(greeting('greeting-1'))).rejects.toThrow('holds no sound')
    rmSync(path)
    expect(await look(1)).toBe('MISSING')
    await expect(listening.look(greeting('unknown'))).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

it('loses its picture with the greeting', async () => {
  const { listening, services } = await openWithGreetings(null)
  expect((await listening.look(greeting('greeting-1'))).peaks).toHaveLength(480)
  const pictures = services.db.prepare('SELECT count(*) FROM audio_peaks').pluck()
  expect(pictures.get()).toBe(1)
  services.db.prepare("DELETE FROM greeting WHERE id = 'greeting-1'").run()
  expect(pictures.get()).toBe(0)
})

describe('a greeting in an archive', () => {
  async function openBag() {
    const bag = join(testFolder(), '2026-11-23 1042 Dana Whitfield')
    const rig = rigFor(mailbox(1), bag)
    await writeBag(rig.request, rig.io)
    const { listening, services } = await openListening(testFolder(), null)
    const { id } = await services.archives.add(bag)
    const place = (number: number): SoundPlace => ({ kind: 'archivedGreeting', archiveId: id, number })
    return { bag, listening, archives: services.archives, id, place, folder: join(bag, 'data/greetings') }
  }

  it('is listed with its kind and length, and heard by its number', async () => {
    const { listening, archives, id, place, folder } = await openBag()
    const wav49 = recordings.find(({ file }) => file === 'wav49.WAV')!
    writeFileSync(join(folder, '02 busy.wav'), readRecording('wav49.WAV'))
    writeFileSync(join(folder, '03 name.wav'), '')
    const listed = await archives.greetings(id)
    expect(listed.map(({ number, kind }) => [number, kind])).toEqual([
      [1, 'unavailable'],
      [2, 'busy'],
      [3, 'name'],
    ])
    expect(listed[1]!.seconds).toBeCloseTo(wav49.seconds, 1)
    expect(listed[2]!.seconds).toBeNull()
    expect(await listening.look(place(1))).toMatchObject({ problem: null })
    const heard = (await bytesOf(await listening.body(place(2)))).subarray(44)
    expect(createHash('sha256').update(heard).digest('hex')).toBe(wav49.pcmSha256)
    expect(await listening.look(place(3))).toMatchObject({ problem: 'EMPTY' })
    await expect(listening.look(place(4))).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  // A bag from elsewhere is not trusted: it must not make the window play a file of this computer.
  it('is nothing that lies outside of the bag', async () => {
    const { listening, archives, id, place, folder } = await openBag()
    const outside = testFolder()
    writeFileSync(join(outside, '02 busy.wav'), readRecording('pcm.wav'))
    symlinkSync(join(outside, '02 busy.wav'), join(folder, '02 busy.wav'))
    await expect(listening.look(place(2))).rejects.toMatchObject({ code: 'NOT_FOUND' })
    rmSync(folder, { recursive: true })
    symlinkSync(outside, folder)
    await expect(listening.body(place(2))).rejects.toMatchObject({ code: 'NOT_FOUND' })
    rmSync(folder)
    expect(await archives.greetings(id)).toEqual([])
    mkdirSync(folder)
    expect(await archives.greetings(id)).toEqual([])
  })
})
