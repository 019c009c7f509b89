import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { proveArchive } from '../../src/main/archive/gate.ts'
import { writeBag } from '../../src/main/archive/writeBag.ts'
import { choices } from '../../src/shared/offboarding/choices.ts'
import { testFolder } from '../support/folder.ts'
import { audioOf, mailbox, rigFor } from '../support/person.ts'
import { demoFolder, openTestServices } from '../support/services.ts'
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

  // Would catch: a leaver whose sign-in is blocked by a run that cannot save anything.
  it('is told before a run begins', async () => {
    const { services } = await openTestServices(await demoFolder())
    const request = { kind: 'person' as const, userId: services.directory.find('1042'), choices: choices.parse({}) }
    const { hash: planHash } = await services.planner.plan(request)
    const { approval } = await services.runs.approve(request, planHash)
    const archiveFolder = join(smallDisk('300k'), 'archives')
    const start = { request, planHash, approval, archiveFolder, confirm: null, draftId: null }
    await expect(services.runs.start(start)).rejects.toMatchObject({
      code: 'DISK_FULL',
      message: expect.stringContaining('or choose a folder on another disk') as string,
    })
    expect([services.runs.list({ offset: 0, limit: 1 }), services.runs.busy()]).toEqual([[], false])
    expect(
      await services.runs.settled(await services.runs.start({ ...start, archiveFolder: testFolder() })),
    ).toMatchObject({
      status: 'done',
    })
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
