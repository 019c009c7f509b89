import { createHash, randomFillSync } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createListing, type ListedMessage } from '../../src/main/archive/listing.ts'
import type { BagIo, BagRequest } from '../../src/main/archive/writeBag.ts'
import { createReadBuffers } from '../../src/main/files/readBuffers.ts'
import { openAudioFile } from '../../src/main/phoneSystem/embedded/audioStore.ts'
import { extensionId, voicemailId } from '../../src/shared/ids.ts'
import type { VoicemailMessage } from '../../src/shared/voicemail/model.ts'
import { anInventory } from '../../tests/support/inventory.ts'

/** 5,000 messages of 3 to 24 seconds, PCM at 8 kHz: 1.1 GB, the mailbox of a busy person after years. */
export const messageCount = 5000

export type BenchMailbox = { folder: string; messages: VoicemailMessage[]; bytes: number }

/** A folder for a measurement, gone when the process ends. */
export function benchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'offhook-bench-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Writes the audio of a mailbox, all files different, into a folder of its own; of 3 to 24 seconds, or all of the same. */
export function makeMailbox(count = messageCount, length: number | null = null): BenchMailbox {
  const folder = join(benchFolder(), 'audio')
  mkdirSync(folder)
  const messages = Array.from({ length: count }, (_, index) => makeMessage(folder, index, length))
  return { folder, messages, bytes: messages.reduce((sum, { bytes }) => sum + bytes, 0) }
}

function makeMessage(folder: string, index: number, length: number | null): VoicemailMessage {
  const seconds = length ?? 3 + ((index * 37) % 22)
  const audio = pcm(seconds)
  const id = voicemailId.parse(`msg${String(index).padStart(4, '0')}`)
  writeFileSync(join(folder, `${id}.wav`), audio)
  return {
    id,
    extensionId: extensionId.parse('x1'),
    callerName: `Caller ${index}`,
    callerNumber: `+1212555${String(index % 10_000).padStart(4, '0')}`,
    receivedAt: new Date(Date.UTC(2024, 0, 1) + index * 3_600_000).toISOString(),
    timezone: 'America/New_York',
    seconds,
    folder: 'INBOX',
    read: index % 2 === 0,
    urgent: false,
    format: 'wav-pcm',
    bytes: audio.length,
    sha256: createHash('sha256').update(audio).digest('hex'),
    transcript: null,
  }
}

function pcm(seconds: number): Buffer {
  const file = Buffer.alloc(44 + seconds * 16_000)
  randomFillSync(file, 44)
  file.write('RIFF', 0, 'latin1')
  file.writeUInt32LE(file.length - 8, 4)
  file.write('WAVEfmt ', 8, 'latin1')
  file.writeUInt32LE(16, 16)
  file.writeUInt16LE(1, 20)
  file.writeUInt16LE(1, 22)
  file.writeUInt32LE(8000, 24)
  file.writeUInt32LE(16_000, 28)
  file.writeUInt16LE(2, 32)
  file.writeUInt16LE(16, 34)
  file.write('data', 36, 'latin1')
  file.writeUInt32LE(file.length - 44, 40)
  return file
}

/** What the engine asks of the archive for this mailbox, with the audio read as the embedded phone system reads it. */
export function bagRequest(
  bag: string,
  { folder, messages, bytes }: BenchMailbox,
): { request: BagRequest; io: BagIo; listed: ListedMessage[] } {
  const base = anInventory()
  const listed = messages.map(createListing(messages.length))
  const buffers = createReadBuffers()
  const byId = new Map(messages.map((message) => [message.id, message]))
  return {
    listed,
    request: {
      bag,
      inventory: { ...base, voicemail: { ...base.voicemail, count: messages.length, bytes } },
      messages: listed,
      belongings: { calls: [], contacts: [], meetings: [], preferences: [], greetings: [] },
      include: [],
      custody: {
        operator: 'bench',
        startedAt: new Date().toISOString(),
        software: 'Offhook',
        source: 'bench',
        runId: 'bench',
        planHash: '',
        auditHead: null,
      },
    },
    io: {
      openAudio: (id) => {
        // Not spread: the shapes that V8 makes would be counted as memory of the archive.
        const message = byId.get(id)!
        return openAudioFile(folder, { file: `${id}.wav`, bytes: message.bytes, sha256: message.sha256 }, buffers)
      },
      onProven: async (proofs) => {
        for (const { position, ...proof } of proofs) listed[position - 1]!.proof = proof
      },
      report: () => undefined,
      savingThread: resolve('out', 'main', 'saveFiles.js'),
      decodingThread: resolve('out', 'main', 'decodeSound.js'),
      signal: new AbortController().signal,
      clock: { now: () => new Date() },
    },
  }
}
