// Makes the recordings of tests/recordings anew: `node scripts/makeRecordings.mjs`. One voice of the demo company, in every
// format that can be archived, and what other programs decode from each. Needs ffmpeg with its usual codecs and sox with
// AMR (Debian: ffmpeg, sox, libsox-fmt-all). voice.awb stays as it is: vo-amrwbenc made it, at 12.65 kbit/s.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../tests/recordings', import.meta.url))
const voice = fileURLToPath(new URL('../resources/demo/voices/message-11.wav', import.meta.url))
const bitexact = ['-map_metadata', '-1', '-fflags', '+bitexact', '-flags:a', '+bitexact']

const mono = (file, format, rate, write, read = []) => ({ file, format, rate, channels: 1, write, read })
/** rate and channels: of what is heard. write, read: what ffmpeg needs to be told; write is null where it cannot. */
const recordings = [
  mono('pcm.wav', 'wav-pcm', 8000, ['-c:a', 'pcm_s16le']),
  mono('pcm-8bit-11k.wav', 'wav-pcm', 11_025, ['-ar', '11025', '-c:a', 'pcm_u8']),
  {
    ...mono('pcm-24bit-44k-stereo.wav', 'wav-pcm', 44_100, [
      '-t',
      '1',
      '-ar',
      '44100',
      '-ac',
      '2',
      '-c:a',
      'pcm_s24le',
    ]),
    channels: 2,
  },
  mono('float-48k.wav', 'wav-pcm', 48_000, ['-t', '1', '-ar', '48000', '-c:a', 'pcm_f32le']),
  mono('mulaw.wav', 'wav-ulaw', 8000, ['-c:a', 'pcm_mulaw']),
  mono('alaw.wav', 'wav-alaw', 8000, ['-c:a', 'pcm_alaw']),
  mono('wav49.WAV', 'wav-gsm', 8000, ['-c:a', 'libgsm_ms', '-f', 'wav']),
  mono('voice.gsm', 'gsm', 8000, ['-c:a', 'libgsm', '-f', 'gsm']),
  mono('voice.ulaw', 'ulaw', 8000, ['-f', 'mulaw'], ['-f', 'mulaw', '-ar', '8000']),
  mono('voice.alaw', 'alaw', 8000, ['-f', 'alaw'], ['-f', 'alaw', '-ar', '8000']),
  mono('voice.g722', 'g722', 16_000, ['-ar', '16000', '-c:a', 'g722', '-f', 'g722']),
  mono('voice.sln', 'sln', 8000, ['-f', 's16le'], ['-f', 's16le', '-ar', '8000']),
  mono('voice.sln16', 'sln16', 16_000, ['-ar', '16000', '-f', 's16le'], ['-f', 's16le', '-ar', '16000']),
  mono('mulaw.au', 'au', 8000, ['-c:a', 'pcm_mulaw', '-f', 'au']),
  mono('pcm-16k.au', 'au', 16_000, ['-ar', '16000', '-c:a', 'pcm_s16be', '-f', 'au']),
  mono('voice.mp3', 'mp3', 8000, ['-c:a', 'libmp3lame', '-b:a', '16k']),
  mono('vorbis.ogg', 'ogg', 8000, ['-c:a', 'libvorbis', '-f', 'ogg']),
  mono('opus.ogg', 'ogg', 48_000, ['-c:a', 'libopus', '-b:a', '16k', '-f', 'ogg']),
  mono('speex.ogg', 'ogg-speex', 8000, ['-c:a', 'libspeex', '-f', 'ogg']),
  mono('voice.amr', 'amr-nb', 8000, null),
  mono('voice.awb', 'amr-wb', 16_000, null),
  mono('voice.m4a', 'm4a', 8000, ['-c:a', 'aac', '-b:a', '24k', '-f', 'ipod']),
]

const listed = []
for (const { file, format, rate, channels, write, read } of recordings) {
  const path = join(folder, file)
  if (write !== null) execFileSync('ffmpeg', ['-v', 'error', '-y', '-i', voice, ...bitexact, ...write, path])
  else if (format === 'amr-nb') execFileSync('sox', ['-R', voice, '-t', 'amr-nb', '-C', '7', path])
  const pcm = format.startsWith('amr')
    ? execFileSync('sox', ['-D', '-t', format, path, '-t', 'raw', '-e', 'signed', '-b', '16', '-'])
    : execFileSync('ffmpeg', ['-v', 'error', ...read, '-i', path, '-f', 's16le', '-c:a', 'pcm_s16le', '-'])
  listed.push({
    file,
    format,
    bytes: statSync(path).size,
    sha256: hash(readFileSync(path)),
    rate,
    seconds: pcm.length / 2 / channels / rate,
    pcmSha256: hash(pcm),
  })
}
writeFileSync(join(folder, 'recordings.json'), `${JSON.stringify(listed, null, 2)}\n`)

function hash(bytes) {
  return createHash('sha256').update(bytes).digest('hex')
}
