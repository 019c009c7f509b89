import { describe, expect, it } from 'vitest'
import { probeAudio } from '../../src/main/archive/audio/probe.ts'
import { audioFormats } from '../../src/shared/voicemail/model.ts'
import { gsmFrames, mp3Frames, oggVorbis, riff, wavOf } from '../support/audio.ts'
import { readRecording, recordingOf, recordings } from '../support/recordings.ts'

describe('probeAudio', () => {
  it.each([
    ['wav-pcm', wavOf({ tag: 1, seconds: 2 }), 'a.wav'],
    ['wav-alaw', wavOf({ tag: 6, seconds: 2 }), 'a.wav'],
    ['wav-ulaw', wavOf({ tag: 7, seconds: 2 }), 'a.wav'],
    ['wav-gsm', wavOf({ tag: 0x31, seconds: 2 }), 'msg0000.WAV'],
    ['gsm', gsmFrames(100), 'a.gsm'],
    ['mp3', mp3Frames(28), 'a.mp3'],
    ['ogg', oggVorbis({ rate: 8000, samples: 16_000 }), 'a.ogg'],
  ] as const)('measures %s by its frames, not by what a listing says', async (format, bytes, name) => {
    const probed = await probeAudio(bytes, name)
    expect(probed?.format).toBe(format)
    expect(Math.abs((probed?.seconds ?? 0) - 2)).toBeLessThan(0.1)
  })

  it('skips chunks that it does not know before the data', async () => {
    const list = riff('LIST', Buffer.from('INFOISFT\x05\0\0\0Lavf\0'))
    expect(await probeAudio(wavOf({ tag: 1, seconds: 3, before: list }), 'a.wav')).toEqual({
      format: 'wav-pcm',
      seconds: 3,
    })
  })

  it.each([0, 0xffffffff])('measures what is there when a crash left %i as the data size', async (declared) => {
    expect((await probeAudio(wavOf({ tag: 1, seconds: 3, declared }), 'a.wav'))?.seconds).toBe(3)
  })

  it('does not take the length from the header of a truncated file', async () => {
    const whole = wavOf({ tag: 1, seconds: 4 })
    expect((await probeAudio(whole.subarray(0, whole.length / 2), 'a.wav'))?.seconds).toBeCloseTo(2, 1)
  })

  it('finds the frames of an MP3 behind an ID3 tag', async () => {
    const tag = Buffer.concat([Buffer.from('ID3\x04\0\0\0\0\x01\0', 'latin1'), Buffer.alloc(128)])
    expect((await probeAudio(Buffer.concat([tag, mp3Frames(28)]), 'a.mp3'))?.format).toBe('mp3')
  })

  it.each([
    ['text', Buffer.from('This mailbox does not exist.\n'.repeat(200)), 'a.mp3'],
    ['an error page', Buffer.from('<!doctype html><title>502 Bad Gateway</title>'), 'a.wav'],
    ['zeros', Buffer.alloc(48_044), 'a.gsm'],
    ['nothing', Buffer.alloc(0), 'a.wav'],
    ['a RIFF that is a picture', Buffer.from('RIFF\x10\0\0\0WEBPVP8 \0\0\0\0'), 'a.wav'],
    ['a header without data', wavOf({ tag: 1, seconds: 1 }).subarray(0, 36), 'a.wav'],
    ['one GSM frame with a foreign start', Buffer.concat([gsmFrames(10), Buffer.alloc(33)]), 'a.gsm'],
  ] as const)('refuses %s', async (_what, bytes, name) => {
    expect(await probeAudio(bytes, name)).toBeNull()
  })

  it('ends on every prefix of a file and never claims more than is there', async () => {
    const whole = oggVorbis({ rate: 8000, samples: 8000 })
    for (let length = 0; length < whole.length; length += 7) {
      expect((await probeAudio(whole.subarray(0, length), 'a.ogg'))?.seconds ?? 0).toBeLessThanOrEqual(1)
    }
  })
})

describe('what other programs recorded', () => {
  it.each(recordings.map((one) => [one.file, one] as const))('%s is known and measured', async (file, one) => {
    const probed = await probeAudio(readRecording(file), file)
    expect(probed?.format).toBe(one.format)
    // MP3 and AAC lead in and fill up with silence, which a decoder leaves out.
    expect(Math.abs(probed!.seconds - one.seconds)).toBeLessThan(0.25)
  })

  // A tear in the middle must show, or the gate would let half a message pass for a whole one.
  it.each(recordings.map((one) => [one.file, one] as const))('%s is shorter when it is torn', async (file, one) => {
    const whole = readRecording(file)
    const probed = await probeAudio(whole.subarray(0, Math.floor(whole.length * 0.6)), file)
    expect(probed?.seconds ?? 0).toBeLessThan(one.seconds * 0.75)
  })

  it.each(recordings.map((one) => [one.file] as const))(
    '%s never breaks the reading, wherever it ends',
    async (file) => {
      const whole = readRecording(file)
      const step = Math.max(1, Math.floor(whole.length / 40))
      for (let length = 0; length < whole.length; length += step)
        expect((await probeAudio(whole.subarray(0, length), file))?.seconds ?? 0).toBeLessThan(4)
    },
  )

  it('covers every format but the rates that Asterisk hardly uses', () => {
    const missing = audioFormats.filter((format) => !recordings.some((one) => one.format === format))
    expect(missing).toEqual(['sln12', 'sln24', 'sln32', 'sln44', 'sln48', 'sln96', 'sln192'])
  })
})

describe('audio without a header', () => {
  it.each([
    ['a.sln12', 12_000],
    ['a.sln24', 24_000],
    ['a.sln32', 32_000],
    ['a.sln44', 44_100],
    ['a.sln48', 48_000],
    ['a.sln96', 96_000],
    ['a.sln192', 192_000],
    ['a.raw', 8000],
    ['a.SLN', 8000],
  ] as const)('%s plays at its own rate', async (name, rate) => {
    expect((await probeAudio(Buffer.alloc(rate * 4, 1), name))?.seconds).toBe(2)
  })

  it.each([
    ['an error page', Buffer.from('<!doctype html><title>502 Bad Gateway</title>\n'.repeat(40)), 'a.ulaw'],
    ['zeros that a crash left', Buffer.alloc(20_000), 'a.alaw'],
    ['an archive', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(5000, 7)]), 'a.g722'],
    ['nothing', Buffer.alloc(0), 'a.sln'],
    ['half a sample', Buffer.alloc(1), 'a.sln'],
  ] as const)('%s is none', async (_what, bytes, name) => {
    expect(await probeAudio(bytes, name)).toBeNull()
  })
})

it('does not believe the table of a cut MPEG-4 file that its sound is there', async () => {
  const { file, seconds } = recordingOf('m4a')
  const whole = readRecording(file)
  const movie = whole.indexOf('moov', 0, 'latin1') - 4
  const data = whole.indexOf('mdat', 0, 'latin1') - 4
  expect(movie).toBeGreaterThan(data)
  // The same file as a recorder writes it that puts its table first; then cut in the sound.
  const faststart = Buffer.concat([whole.subarray(0, data), whole.subarray(movie), whole.subarray(data, movie)])
  expect((await probeAudio(faststart, file))?.seconds).toBeCloseTo(seconds, 0)
  const cut = faststart.subarray(0, faststart.length - Math.floor((movie - data) / 2))
  expect((await probeAudio(cut, file))?.seconds).toBeLessThan(seconds * 0.75)
})

it('ends an AMR file where its frames end', async () => {
  const { file, seconds } = recordingOf('amr-nb')
  const whole = readRecording(file)
  expect((await probeAudio(Buffer.concat([whole, Buffer.from([0xff, 0xff])]), file))?.seconds).toBeCloseTo(seconds, 1)
  expect(await probeAudio(Buffer.concat([whole.subarray(0, 70), Buffer.alloc(400, 0xff)]), file)).toBeNull()
})
