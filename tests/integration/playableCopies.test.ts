import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { proveArchive } from '../../src/main/archive/gate.ts'
import { readBag } from '../../src/main/archive/readBag.ts'
import { copyBytes } from '../../src/main/archive/playable/copies.ts'
import { neededBytes } from '../../src/main/archive/room.ts'
import { verifyBag } from '../../src/main/archive/verifyBag.ts'
import { writeBag } from '../../src/main/archive/writeBag.ts'
import { archivedMessage } from '../../src/shared/archives/model.ts'
import { formatNames, playableFormats, type AudioFormat } from '../../src/shared/voicemail/model.ts'
import { testFolder } from '../support/folder.ts'
import { mailbox, personWith, rigFor, sha256Of, type Mailbox } from '../support/person.ts'
import { readRecording, recordingOf, recordings, type Recording } from '../support/recordings.ts'

const newBag = (): string => join(testFolder(), '2026-11-23 1042 Dana Whitfield')

/** A mailbox with one recording a message. */
function recorded(some: readonly Recording[] = recordings): Mailbox {
  const box = mailbox(some.length, (index) => {
    const { format, bytes, sha256, seconds } = some[index]!
    return { format, bytes, sha256, seconds }
  })
  box.messages.forEach(({ id }, index) => box.audio.set(id, readRecording(some[index]!.file)))
  return box
}

const listOf = (bag: string) =>
  archivedMessage.array().parse(JSON.parse(readFileSync(join(bag, 'data/voicemail/voicemails.json'), 'utf8')))
const custodyOf = (bag: string) =>
  JSON.parse(readFileSync(join(bag, 'data/custody.json'), 'utf8')) as {
    saved: { messages: number; bytes: number }
    playableCopies: { made: number; notMade: { file: string; reason: string }[] }
  }
const copiesIn = (bag: string): string[] => readdirSync(join(bag, 'data/voicemail/playable'))
const verified = (bag: string) => verifyBag(bag, { signal: new AbortController().signal, report: () => undefined })

describe('a message that browsers do not play', () => {
  it('is archived bit for bit, with a copy beside it that is marked as one', async () => {
    const bag = newBag()
    const rig = rigFor(recorded(), bag)
    const { manifestSha256 } = await writeBag(rig.request, rig.io)
    execFileSync('sha256sum', ['--check', '--strict', '--quiet', 'manifest-sha256.txt'], { cwd: bag })
    expect(await proveArchive(bag, rig.listed, manifestSha256)).toEqual([])
    expect(await verified(bag)).toMatchObject({ valid: true })
    for (const [index, one] of listOf(bag).entries()) {
      const { file, format, sha256, pcmSha256 } = recordings[index]!
      expect([file, sha256Of(readFileSync(join(bag, one.file)))]).toEqual([file, sha256])
      const copied = !playableFormats.has(format) && format !== 'ogg-speex'
      expect([file, one.playable === undefined]).toEqual([file, !copied])
      if (one.playable === undefined) continue
      const copy = readFileSync(join(bag, one.playable.file))
      expect(one.playable).toMatchObject({ derivedFrom: one.file, bytes: copy.length, sha256: sha256Of(copy) })
      expect(one.playable.decoder).toMatch(/^Offhook 0\.1\.0, /)
      expect([copy.toString('latin1', 0, 4), sha256Of(copy.subarray(44))]).toEqual(['RIFF', pcmSha256])
    }
  })

  it('counts once, and its copy is no other file', async () => {
    const bag = newBag()
    const box = recorded()
    const rig = rigFor(box, bag)
    await writeBag(rig.request, rig.io)
    const custody = custodyOf(bag)
    expect(custody.saved).toMatchObject({
      messages: recordings.length,
      bytes: box.messages.reduce((sum, { bytes }) => sum + bytes, 0),
    })
    expect(custody.playableCopies.made).toBe(copiesIn(bag).length)
    const read = await readBag(bag)
    expect(read.messages).toHaveLength(recordings.length)
    expect(read.files.filter(({ path }) => path.includes('playable'))).toEqual([])
  })

  it('plays in the page from its copy, and its original is offered', async () => {
    const bag = newBag()
    const rig = rigFor(recorded([recordingOf('wav-gsm'), recordingOf('ogg-speex')]), bag)
    await writeBag(rig.request, rig.io)
    const page = readFileSync(join(bag, 'data/index.html'), 'utf8')
    const [source] = [...page.matchAll(/<audio [^>]*src="([^"]+)"/g)].map((match) => decodeURIComponent(match[1]!))
    expect(source).toMatch(/^voicemail\/playable\/0001 .*\.wav$/)
    expect(existsSync(join(bag, 'data', source!))).toBe(true)
    expect(page).toContain(`Original (${formatNames['wav-gsm']})`)
    expect(page).toContain(`Open the ${formatNames['ogg-speex']} recording in another program`)
  })
})

describe('a copy that cannot be made', () => {
  it('is said, and the archive is whole and proven without it', async () => {
    const bag = newBag()
    const rig = rigFor(recorded([recordingOf('ogg-speex'), recordingOf('gsm')]), bag)
    const { manifestSha256 } = await writeBag(rig.request, rig.io)
    expect(custodyOf(bag).playableCopies).toMatchObject({
      made: 1,
      notMade: [{ file: rig.listed[0]!.file, reason: 'There is no decoder for its format.' }],
    })
    expect(await proveArchive(bag, rig.listed, manifestSha256)).toEqual([])
  })

  // Would catch: an archive that can never be made, because one message says that it has four thousand million samples a second.
  it('is said of a header that no WAV has room for', async () => {
    const sound = Buffer.alloc(24 + 4000)
    sound.write('.snd')
    for (const [index, value] of [24, 4000, 3, 0xff_ff_ff_ff, 1].entries()) sound.writeUInt32BE(value, 4 + index * 4)
    const sha256 = sha256Of(sound)
    const box = mailbox(1, () => ({ format: 'au', bytes: sound.length, sha256, seconds: 0 }))
    box.audio.set(box.messages[0]!.id, sound)
    const bag = newBag()
    const rig = rigFor(box, bag)
    await writeBag(rig.request, rig.io)
    expect(await verified(bag)).toMatchObject({ valid: true })
    expect(custodyOf(bag).playableCopies).toMatchObject({ made: 0, notMade: [{ file: rig.listed[0]!.file }] })
  })

  it('costs nothing but itself when the decoder is missing from the installation', async () => {
    const bag = newBag()
    const rig = rigFor(recorded([recordingOf('gsm'), recordingOf('mp3')]), bag, {
      decodingThread: join(testFolder(), 'missing.js'),
    })
    const { manifestSha256 } = await writeBag(rig.request, rig.io)
    expect(custodyOf(bag).playableCopies).toMatchObject({ made: 0, notMade: [{ file: rig.listed[0]!.file }] })
    expect(await proveArchive(bag, rig.listed, manifestSha256)).toEqual([])
    expect(await verified(bag)).toMatchObject({ valid: true })
  })
})

describe('making copies', () => {
  const many = (count: number): Mailbox => recorded(Array.from({ length: count }, () => recordingOf('gsm')))

  it('goes on after a stop: what was made is kept, what is torn is made anew', async () => {
    const bag = newBag()
    const box = many(12)
    const stop = new AbortController()
    const first = rigFor(box, bag, { signal: stop.signal })
    first.io.report = ({ phase, done }) => phase === 'copying' && done === 6 && stop.abort()
    await expect(writeBag(first.request, first.io)).rejects.toMatchObject({ code: 'CANCELLED' })
    const before = copiesIn(bag)
    expect(before.length).toBeGreaterThanOrEqual(6)
    expect(before.length).toBeLessThan(12)
    const old = new Date('2001-01-01T00:00:00Z')
    const path = (name: string): string => join(bag, 'data/voicemail/playable', name)
    const torn = readFileSync(path(before[0]!))
    torn[5000] = torn[5000]! ^ 1
    writeFileSync(path(before[0]!), torn)
    for (const name of before) utimesSync(path(name), old, old)

    const again = rigFor(box, bag)
    again.request.messages.forEach((listed, index) => {
      listed.proof = first.listed[index]!.proof
    })
    const { manifestSha256 } = await writeBag(again.request, again.io)
    const kept = before.filter((name) => statSync(path(name)).mtimeMs === old.getTime())
    expect(kept).toEqual(before.slice(1))
    expect(await proveArchive(bag, again.listed, manifestSha256)).toEqual([])
    expect(new Set(listOf(bag).map(({ playable }) => playable?.sha256)).size).toBe(1)
  })

  it('asks for the room that copies take', () => {
    const needed = (format: AudioFormat): number => {
      const box = recorded([recordingOf(format)])
      return neededBytes(rigFor(box, '/nowhere').listed, personWith(box.messages))
    }
    expect(needed('gsm') - needed('m4a')).toBeGreaterThan(3.3 * 16_000 - 20_000)
    // There is no decoder for it.
    expect(needed('ogg-speex') - needed('m4a')).toBeLessThan(recordingOf('ogg-speex').bytes + 8192)
  })

  // A header that names one sample a second would ask for gigabytes, and stop an offboarding on a disk with room enough.
  it.each(recordings.filter(({ format }) => !playableFormats.has(format)))(
    'asks for no more room than the samples of $file can take, whatever its header says',
    ({ format, bytes, seconds }) => {
      const [message] = mailbox(1, () => ({ format, bytes, seconds })).messages
      const honest = copyBytes({ message: message! })
      const lying = copyBytes({ message: { ...message!, seconds: 10_000_000 } })
      expect(lying).toBeGreaterThanOrEqual(honest)
      expect(lying).toBeLessThanOrEqual(bytes * (format.startsWith('amr') ? 640 : 10) + 44)
    },
  )
})
