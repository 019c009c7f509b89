import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { proveArchive } from '../../src/main/archive/gate.ts'
import { writeBag } from '../../src/main/archive/writeBag.ts'
import { audioOf, mailbox, rigFor } from '../support/person.ts'
import { fillDisk, mayMount, smallDisk } from '../support/smallDisk.ts'

describe.skipIf(!mayMount)('a full disk (needs root, to mount one)', () => {
  it('is told before anything is written, with what is missing', async () => {
    const bag = join(smallDisk('1m'), 'bag')
    const rig = rigFor(mailbox(100), bag)
    const failure: unknown = await writeBag(rig.request, rig.io).catch((error: unknown) => error)
    expect(failure).toMatchObject({
      code: 'DISK_FULL',
      message: expect.stringMatching(/needs 5\.\d MB .* Make room for/) as string,
    })
    expect(readdirSync(join(bag, 'data/voicemail'))).toEqual([])
  })

  it('in the middle keeps what is proven, leaves nothing half, and goes on when there is room', async () => {
    const disk = smallDisk('8m')
    const bag = join(disk, 'bag')
    const filler = join(disk, 'filler')
    const box = mailbox(100)
    const rig = rigFor(box, bag)
    let opened = 0
    rig.io.openAudio = async (id) => {
      opened += 1
      if (opened === 70) fillDisk(filler)
      return audioOf(box.audio.get(id)!)
    }
    const failure: unknown = await writeBag(rig.request, rig.io).catch((error: unknown) => error)
    expect(failure).toMatchObject({
      code: 'DISK_FULL',
      message: expect.stringMatching(/^The disk is full\. \d+ of 100 messages are saved and proven/) as string,
    })
    const proven = rig.listed.filter(({ proof }) => proof !== null)
    expect(proven.length).toBeGreaterThanOrEqual(50)
    const sizes = new Map(rig.listed.map(({ file, message }) => [file.split('/').at(-1), message.bytes]))
    for (const name of readdirSync(join(bag, 'data/voicemail'))) {
      expect(statSync(join(bag, 'data/voicemail', name)).size).toBe(sizes.get(name))
    }
    rmSync(filler)
    const written = await writeBag(rig.request, rig.io)
    expect(await proveArchive(bag, rig.listed, written.manifestSha256)).toEqual([])
  })
})
