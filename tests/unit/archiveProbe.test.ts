import { describe, expect, it } from 'vitest'
import { probeAudio } from '../../src/main/archive/audio/probe.ts'
import { gsmFrames, mp3Frames, oggVorbis, riff, wavOf } from '../support/audio.ts'

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
