// Speaks the demo company's voicemails and greetings anew: `node scripts/makeVoices.mjs`.
// Needs espeak-ng and sox with its MP3 encoder (Debian: espeak-ng, sox, libsox-fmt-all).
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseFile } from 'music-metadata'

const demo = fileURLToPath(new URL('../resources/demo', import.meta.url))
const target = join(demo, 'voices')
// 16 kbit/s is plenty for speech that was cut to the telephone band.
const encodings = {
  'wav-pcm': { extension: 'wav', options: ['-e', 'signed-integer', '-b', '16'] },
  'wav-ulaw': { extension: 'wav', options: ['-e', 'u-law', '-b', '8'] },
  mp3: { extension: 'mp3', options: ['-C', '16'] },
}
const telephoneBand = ['gain', '-6', 'highpass', '250', 'lowpass', '3400', 'norm', '-3', 'pad', '0.2', '0.4']

const work = mkdtempSync(join(tmpdir(), 'voices-'))
try {
  const texts = JSON.parse(readFileSync(join(demo, 'texts.json'), 'utf8'))
  rmSync(target, { recursive: true, force: true })
  mkdirSync(target)
  const messages = []
  for (const [index, clip] of texts.messages.entries()) {
    const { callerName, callerNumber } = clip
    messages.push({ ...(await speak(clip, `message-${String(index + 1).padStart(2, '0')}`)), callerName, callerNumber })
  }
  const greetings = []
  for (const [index, clip] of texts.greetings.entries())
    greetings.push({ ...(await speak(clip, `greeting-${index + 1}-${clip.kind}`)), kind: clip.kind })
  writeFileSync(join(target, 'voices.json'), `${JSON.stringify({ messages, greetings }, null, 1)}\n`)
  const bytes = [...messages, ...greetings].reduce((sum, clip) => sum + clip.bytes, 0)
  process.stdout.write(`${messages.length} messages, ${greetings.length} greetings, ${bytes} bytes\n`)
} finally {
  rmSync(work, { recursive: true, force: true })
}

async function speak({ format, voice, speed, pitch, lang, text }, name) {
  const spoken = join(work, 'spoken.wav')
  execFileSync('espeak-ng', ['-v', voice, '-s', String(speed), '-p', String(pitch), '-w', spoken, digitByDigit(text)])
  const { extension, options } = encodings[format]
  const file = join(target, `${name}.${extension}`)
  // -R and -D keep the result the same on every run.
  execFileSync('sox', ['-R', '-D', spoken, '-r', '8000', '-c', '1', ...options, file, ...telephoneBand])
  const audio = readFileSync(file)
  const { format: measured } = await parseFile(file, { duration: true })
  return {
    file: basename(file),
    format,
    seconds: Math.round(measured.duration * 1000) / 1000,
    bytes: audio.length,
    sha256: createHash('sha256').update(audio).digest('hex'),
    transcript: text,
    lang,
  }
}

/** Phone and other long numbers are read out digit by digit, as people do. */
function digitByDigit(text) {
  return text.replaceAll(/\d{4,}|\d[\d ]{6,}\d/g, (number) => number.split('').join(' '))
}
