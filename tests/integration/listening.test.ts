import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { MediaBody } from '../../src/main/desktop.ts'
import type { VoicemailId } from '../../src/shared/ids.ts'
import { playableFormats } from '../../src/shared/voicemail/model.ts'
import { buildCli } from '../support/cli.ts'
import { recordings } from '../support/recordings.ts'
import { decodingThreads, openListening } from '../support/listening.ts'
import { demoFolder } from '../support/services.ts'
import { brokenSounds, fillBox, recordedSounds, type SoundInBox } from '../support/soundBox.ts'

beforeAll(buildCli, 120_000)

async function openBox(sounds: readonly SoundInBox[], decodingThread: string | null) {
  const dataFolder = await demoFolder()
  fillBox(dataFolder, '1017', sounds)
  const { listening, services } = await openListening(dataFolder, decodingThread)
  return { listening, services, audioFolder: services.audioFolder }
}

const placeOf = (id: string) => ({ kind: 'voicemail', id: id as VoicemailId }) as const

async function bytesOf(body: MediaBody, first = 0, last = body.size - 1): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of body.read({ first, last })) chunks.push(Buffer.from(chunk as Uint8Array))
  return Buffer.concat(chunks)
}

describe.each(decodingThreads)('sound in %s', (_kind, script) => {
  it('is the file where Chromium plays it, else the WAV of what is decoded', async () => {
    const { listening } = await openBox(recordedSounds(), script)
    const rates: number[] = []
    const played = recordings.filter(({ format }) => format !== 'ogg-speex')
    for (const one of played) {
      const index = recordings.indexOf(one)
      const body = await listening.body(placeOf(`sound-${index}`))
      const bytes = await bytesOf(body)
      expect(bytes.length).toBe(body.size)
      const plain = playableFormats.has(one.format)
      const heard = plain ? bytes : bytes.subarray(44)
      const hash = createHash('sha256').update(heard).digest('hex')
      expect([one.file, hash]).toEqual([one.file, plain ? one.sha256 : one.pcmSha256])
      rates.push(plain ? one.rate : bytes.readUInt32LE(24))
    }
    expect(rates).toEqual(played.map(({ rate }) => rate))
  })

  // A player asks for the end first, or for one byte across the border of two pieces.
  it('is the same in ranges as in one go', async () => {
    const { listening } = await openBox(recordedSounds(), script)
    const at = recordings.findIndex(({ file }) => file === 'voice.ulaw')
    const body = await listening.body(placeOf(`sound-${at}`))
    const whole = await bytesOf(body)
    const ranges = [
      [0, 0],
      [0, 43],
      [43, 44],
      [10, 32_044],
      [32_043, 32_044],
      [32_045, 32_045],
      [body.size - 1, body.size - 1],
      [40, body.size - 1],
    ] as const
    for (const [first, last] of ranges)
      expect((await bytesOf(body, first, last)).equals(whole.subarray(first, last + 1))).toBe(true)
  })

  it('says what is wrong with a file, and plays what is there', async () => {
    const { listening, services, audioFolder } = await openBox([...brokenSounds(), ...recordedSounds()], script)
    rmSync(join(audioFolder, 'sounds', 'sound-0.wav'))
    const look = (id: string) => listening.look(placeOf(id))
    expect(await look('torn')).toMatchObject({ problem: 'SHORTER', picturedByWindow: false })
    expect((await look('torn')).seconds).toBeCloseTo(1.16, 1)
    expect(await look('empty')).toMatchObject({ problem: 'EMPTY', seconds: null, peaks: null })
    expect((await look('lying')).problem).toBeNull()
    expect(await look('text')).toMatchObject({ problem: 'NOT_AUDIO', peaks: null })
    expect(await look('speex')).toMatchObject({ problem: 'NO_DECODER', peaks: null })
    services.db.prepare("UPDATE voicemail_message SET format = 'ogg' WHERE id = 'speex'").run()
    expect(await look('speex')).toMatchObject({ problem: 'NO_DECODER' })
    services.db.prepare("UPDATE voicemail_message SET format = 'gsm' WHERE id = 'lying'").run()
    expect(await look('lying')).toMatchObject({ problem: 'NOT_AUDIO' })
    services.db.prepare("UPDATE voicemail_message SET format = 'wav-gsm' WHERE id = 'lying'").run()
    expect(await look('sound-0')).toMatchObject({ problem: 'MISSING' })
    await expect(look('unknown')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect((await bytesOf(await listening.body(placeOf('torn')))).length).toBe(44 + 29 * 320 * 2)
    expect((await bytesOf(await listening.body(placeOf('lying')))).length).toBe(44 + 83 * 320 * 2)
    await expect(listening.body(placeOf('text'))).rejects.toThrow('cannot be decoded')
    await expect(listening.body(placeOf('sound-0'))).rejects.toThrow('ENOENT')
  })

  it('draws a picture once and keeps it', async () => {
    const { listening, services } = await openBox(recordedSounds(), script)
    const at = recordings.findIndex(({ file }) => file === 'wav49.WAV')
    const { peaks } = await listening.look(placeOf(`sound-${at}`))
    expect(peaks).toHaveLength(480)
    expect(Math.max(...peaks!)).toBe(255)
    // Silence at the end of the voice, speech in its middle.
    expect(peaks!.at(-1)).toBeLessThan(40)
    const kept = services.db.prepare('SELECT hex(peaks) FROM audio_peaks WHERE sha256 = ?').pluck()
    expect(kept.get(recordings[at]!.sha256)).toBe(Buffer.from(peaks!).toString('hex').toUpperCase())
    services.db.prepare("UPDATE audio_peaks SET peaks = x'07'").run()
    expect((await listening.look(placeOf(`sound-${at}`))).peaks).toEqual([7])
    services.db.prepare('DELETE FROM voicemail_message').run()
    expect(services.db.prepare('SELECT count(*) FROM audio_peaks').pluck().get()).toBe(0)
  })

  it('keeps the first picture that the window draws', async () => {
    const { listening } = await openBox(recordedSounds(), script)
    const at = recordings.findIndex(({ format }) => format === 'mp3')
    expect(await listening.look(placeOf(`sound-${at}`))).toMatchObject({ peaks: null, picturedByWindow: true })
    await listening.keepPeaks(placeOf(`sound-${at}`), [1, 255])
    await listening.keepPeaks(placeOf(`sound-${at}`), [9])
    expect(await listening.look(placeOf(`sound-${at}`))).toMatchObject({ peaks: [1, 255], picturedByWindow: false })
  })
})

// 100 MB of GSM are seventeen hours; to decode them all before the first sound would take a minute and a gigabyte.
it('starts a huge message at once, from its end too, in little memory', async () => {
  const frames = Buffer.from(recordedSounds(recordings.filter(({ format }) => format === 'gsm'))[0]!.bytes)
  const huge = Buffer.alloc(100_000_000 - (100_000_000 % frames.length))
  for (let at = 0; at < huge.length; at += frames.length) frames.copy(huge, at)
  const seconds = (huge.length / 33) * 0.02
  const sound: SoundInBox = {
    id: 'huge',
    format: 'gsm',
    bytes: huge,
    seconds,
    callerName: 'Night line',
    receivedAt: '2030-01-01T00:00:00.000Z',
  }
  const { listening } = await openBox([sound], decodingThreads[1][1])
  await listening.body(placeOf('huge'))
  const before = process.memoryUsage().rss
  const body = await listening.body(placeOf('huge'))
  expect(body.size).toBe(44 + (huge.length / 33) * 320)
  const started = performance.now()
  await bytesOf(body, 0, 40_000)
  await bytesOf(body, body.size - 40_000)
  expect(performance.now() - started).toBeLessThan(2000)
  expect(process.memoryUsage().rss - before).toBeLessThan(60_000_000)
  expect(await listening.look(placeOf('huge'))).toMatchObject({ problem: null, peaks: null })
})
