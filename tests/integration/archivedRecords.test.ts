import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { callsCsv, emptyTally } from '../../src/main/archive/belongings/callsCsv.ts'
import { readCalls, readContacts, readMeetings } from '../../src/main/features/archives/records.ts'
import { testFolder } from '../support/folder.ts'

// Every other list begins with the newest, and the file, as it is written, with the oldest.
it('shows the calls of an archive newest first, page by page', async () => {
  const bag = testFolder()
  mkdirSync(join(bag, 'data'))
  const calls = Array.from({ length: 250 }, (_, index) => ({
    startedAt: new Date(Date.UTC(2026, 0, 1, 0, index)).toISOString(),
    direction: 'incoming' as const,
    peerName: `Call ${index + 1}`,
    peerNumber: '+12125550134',
    seconds: 60,
    disposition: 'Answered' as const,
  }))
  writeFileSync(join(bag, 'data/calls.csv'), [...callsCsv(calls, emptyTally())].join(''))
  const names = async (offset: number, limit: number) => {
    const { total, rows } = await readCalls(bag, { offset, limit })
    expect(total).toBe(250)
    return rows.map(({ name }) => name)
  }
  expect(await names(0, 2)).toEqual(['Call 250', 'Call 249'])
  const pages = [...(await names(0, 100)), ...(await names(100, 100)), ...(await names(200, 100))]
  expect(pages).toEqual(calls.map(({ peerName }) => peerName).toReversed())
  expect(await names(300, 100)).toEqual([])
})

// Would catch: a share that fails under an archive, which showed as an error without a sentence and put the path into the log.
it.each([readCalls, readContacts, readMeetings])(
  'says that a part of an archive cannot be looked at: %o',
  async (read) => {
    const bag = testFolder()
    // As ESTALE of a share, an error of the system that is not that there is none.
    writeFileSync(join(bag, 'data'), '')
    await expect(read(bag, { offset: 0, limit: 10 })).rejects.toMatchObject({ code: 'ARCHIVE_INVALID' })
    expect((await read(testFolder(), { offset: 0, limit: 10 })).total).toBe(0)
  },
)
