import { appendFileSync, renameSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createNewness } from '../../src/main/features/imports/voicemail/newness.ts'
import { readSource } from '../../src/main/features/imports/voicemail/readSource.ts'
import type { OpenedSource } from '../../src/main/features/imports/voicemail/source.ts'
import { readStable, takeAll, type Take } from '../../src/main/features/imports/voicemail/stableRead.ts'
import { wavOf } from '../support/audio.ts'
import { fileOf, openImports } from '../support/importData.ts'

const recording = wavOf({ tag: 1, seconds: 3 })
const nothing = (): void => undefined

/** A source with one message, whose file is changed after the first look at it, before or after its bytes are taken. */
function sourceOf(path: string, { before = nothing, after = nothing }): OpenedSource {
  const take: Take = (fd, size) => {
    before()
    const bytes = takeAll(fd, size)
    after()
    return bytes
  }
  const message = {
    mailbox: { name: '1001', context: 'default', holder: '', email: '' },
    file: 'INBOX/msg0000',
    key: null,
    callerName: '',
    callerNumber: '',
    receivedAt: new Date('2026-09-08T14:14:05.000Z'),
    seconds: null,
    folder: 'INBOX',
    read: false,
    urgent: false,
    transcript: null,
    audio: [{ name: basename(path), read: () => readStable(path, take) }],
    notes: [],
  }
  return {
    listed: null,
    fields: [],
    items: async function* () {
      yield { kind: 'message', message }
    },
    close: async () => undefined,
  }
}

/** What an import finds in it. */
async function foundIn(source: OpenedSource): Promise<unknown[]> {
  const { database, audio } = await openImports()
  const here = { db: database, audioFolder: audio, newness: createNewness(database) }
  const found: unknown[] = []
  for await (const one of readSource(here, 'asterisk', source, {})) found.push(one)
  return found
}

const changes: readonly [string, (path: string) => void][] = [
  ['grows', (path) => appendFileSync(path, 'more')],
  ['is cut short', (path) => truncateSync(path, 20_000)],
  [
    'gets other sound of the same length',
    (path) => {
      writeFileSync(path, Buffer.alloc(recording.length, 1))
      utimesSync(path, 1_700_000_000, 1_700_000_000)
    },
  ],
]

// Half of a call that is still being recorded must never be kept as if it were the message.
describe('a file that changes while it is read', () => {
  it.each(changes)('and %s is not taken, and is when it has come to rest', async (_what, change) => {
    const path = fileOf(recording, 'msg0000.wav')
    for (const moment of ['before', 'after'] as const) {
      writeFileSync(path, recording)
      const found = await foundIn(sourceOf(path, { [moment]: () => change(path) }))
      expect([moment, found]).toEqual([
        moment,
        [
          {
            kind: 'problem',
            problem: {
              outcome: 'unreadable',
              file: 'INBOX/msg0000',
              reason: expect.stringContaining('changed while it was read') as string,
            },
            messages: 1,
          },
        ],
      ])
    }
    writeFileSync(path, recording)
    expect(await foundIn(sourceOf(path, {}))).toMatchObject([{ kind: 'message', message: { seconds: 3 } }])
  })

  // A message that is renumbered or deleted meanwhile was read whole: what is open stays what it was.
  it.each([
    ['renamed', (path: string) => renameSync(path, join(path, '..', 'msg0001.wav'))],
    ['deleted', (path: string) => rmSync(path)],
  ])('is taken when it was only %s', async (_what, move) => {
    const path = fileOf(recording, 'msg0000.wav')
    expect(await foundIn(sourceOf(path, { after: () => move(path) }))).toMatchObject([
      { kind: 'message', message: { bytes: recording } },
    ])
  })
})
