import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { verifyBag } from '../../src/main/archive/verifyBag.ts'
import { writeBag } from '../../src/main/archive/writeBag.ts'
import { Scrub } from '../../src/main/features/archives/scrub/service.ts'
import { dailyBytes, leastDailyBytes } from '../../src/shared/archives/scrub.ts'
import { auditActions } from '../../src/shared/audit/actions.ts'
import { archiveQuery, messageQuery } from '../../src/shared/archives/library.ts'
import { testFolder } from '../support/folder.ts'
import { mailbox, rigFor } from '../support/person.ts'
import { openTestServices } from '../support/services.ts'

const quiet = { info: () => {}, warn: () => {}, error: () => {} }
const quietly = { signal: new AbortController().signal, report: () => undefined }
const all = archiveQuery.parse({ sort: 'created', descending: false })

async function withBags(names: readonly string[], count = 3) {
  const shelf = testFolder()
  mkdirSync(shelf, { recursive: true })
  for (const name of names) {
    const rig = rigFor(mailbox(count), join(shelf, name))
    await writeBag(rig.request, rig.io)
  }
  const { services, clock } = await openTestServices()
  await services.library.addFolder(shelf, 'Sam')
  await services.library.look({ operator: 'Sam' })
  const checked = async () =>
    (await services.archives.list(all)).archives
      .filter(({ verification }) => verification !== 'never')
      .map(({ folder, verification }) => `${folder} ${verification}`)
      .toSorted()
  return { shelf, services, clock, scrub: services.scrub, checked }
}

describe('the daily check', () => {
  it('reads all of a small library, says what is proven, and rests for some days', async () => {
    const { scrub, checked, clock } = await withBags(['a', 'b', 'c'])
    expect(scrub.status()).toMatchObject({ proven: 0, overdue: 3, readToday: 0, wantedToday: leastDailyBytes })
    await scrub.daily()
    expect(await checked()).toEqual(['a valid', 'b valid', 'c valid'])
    const { proven, overdue, readToday } = scrub.status()
    expect([proven, overdue]).toEqual([3, 0])
    expect(readToday).toBeGreaterThan(0)
    await expect(scrub.checkNext()).rejects.toMatchObject({ code: 'NOT_FOUND' })
    clock.set('2027-01-10T10:00:00.000Z')
    expect(scrub.status()).toMatchObject({ proven: 0, overdue: 3, readToday: 0 })
  })

  it('takes the oldest check first', async () => {
    const { services, scrub, clock } = await withBags(['a', 'b'])
    const rows = (await services.archives.list(all)).archives
    await services.archives.verify(rows.find(({ folder }) => folder === 'a')!.id, quietly)
    clock.set('2026-12-02T10:00:00.000Z')
    await services.archives.verify(rows.find(({ folder }) => folder === 'b')!.id, quietly)
    clock.set('2026-12-20T10:00:00.000Z')
    await scrub.checkNext()
    const after = (await services.archives.list(all)).archives
    expect(after.find(({ folder }) => folder === 'a')?.verifiedAt).toBe('2026-12-20T10:00:00.000Z')
    expect(after.find(({ folder }) => folder === 'b')?.verifiedAt).toBe('2026-12-02T10:00:00.000Z')
  })

  // A share of some gigabytes a day would never be read to its end by somebody who closes the window each evening.
  it('goes on where it was stopped, also by another start of the app', async () => {
    const { services, clock } = await withBags(['a'], 600)
    const { db } = services
    const kept = () => db.prepare<[], number>('SELECT count(*) FROM scrub_file').pluck().get()!
    const scrub = new Scrub({ db, clock, log: quiet, verifyBag, changed: () => {} })
    const running = scrub.daily()
    while (kept() < 100) await new Promise((resolve) => setTimeout(resolve, 1))
    await scrub.stop()
    await running
    const before = kept()
    expect(before).toBeGreaterThan(99)
    expect(before).toBeLessThan(600)
    const read = scrub.status().readToday
    const again = new Scrub({ db, clock, log: quiet, verifyBag, changed: () => {} })
    await again.daily()
    expect((await services.archives.list(all)).archives[0]).toMatchObject({ verification: 'valid' })
    const { bytes } = (await services.archives.list(all)).archives[0]!
    // What was read before the stop was not read again.
    expect(again.status().readToday).toBeLessThan(bytes + read)
    expect(kept()).toBe(0)
  })

  // Would catch: files that were read half a year ago, and count as right today because the rest was read today.
  it('is of the day on which it began, so that one that was stopped for long begins anew', async () => {
    const { shelf, services, scrub, clock } = await withBags(['a'], 600)
    const { db } = services
    const kept = () => db.prepare<[], string>('SELECT path FROM scrub_file').pluck().all()
    const running = scrub.daily()
    while (kept().length < 100) await new Promise((resolve) => setTimeout(resolve, 1))
    await scrub.stop()
    await running
    appendFileSync(join(shelf, 'a', kept()[0]!), '.')
    clock.set('2027-06-20T10:00:00.000Z')
    await scrub.daily()
    expect((await services.archives.list(all)).archives).toMatchObject([
      { verification: 'damaged', verifiedAt: '2027-06-20T10:00:00.000Z' },
    ])
  })

  it('stops when the part of the day is read', () => {
    expect(dailyBytes(0)).toBe(leastDailyBytes)
    expect(dailyBytes(300 * leastDailyBytes)).toBe(10 * leastDailyBytes)
  })

  // The worst damage would else be taken for a folder that somebody moved, and never be named.
  it('judges an archive whose manifest is gone', async () => {
    const { shelf, services, scrub, checked } = await withBags(['a', 'b'])
    const manifest = join(shelf, 'a', 'manifest-sha256.txt')
    const bytes = readFileSync(manifest)
    rmSync(manifest)
    const look = () => services.library.look({ operator: 'Sam' })
    expect(await look()).toMatchObject({ found: 2, missing: 0, problems: [{ folder: shelf }] })
    await scrub.daily()
    expect(await checked()).toEqual(['a damaged', 'b valid'])
    const { archives } = await services.archives.list(all)
    const { problems } = await services.archives.open(archives.find(({ folder }) => folder === 'a')!.id)
    expect(problems.map(({ file }) => file)).toContain('manifest-sha256.txt')
    writeFileSync(manifest, bytes)
    expect(await look()).toMatchObject({ found: 2, added: 0, missing: 0, problems: [] })
  })

  // Would catch: a disk that was unplugged, with all its archives in red for a month.
  it('leaves the verdict on archives whose disk is unplugged, and calls them missing', async () => {
    const { shelf, services, scrub, checked, clock } = await withBags(['a', 'b'])
    await scrub.daily()
    clock.set('2026-12-20T10:00:00.000Z')
    renameSync(shelf, `${shelf} unplugged`)
    await scrub.daily()
    expect(services.archives.summary()).toMatchObject({ missing: 2, damaged: 0 })
    const [told] = (await services.audit.list({}, 0, 1)).entries
    expect(auditActions['archive.verify'].sentence('Dana', told!.detail)).toMatch('its folder was not there')
    renameSync(`${shelf} unplugged`, shelf)
    const [row] = (await services.archives.list(all)).archives
    expect(await services.archives.verify(row!.id, quietly)).toMatchObject({ valid: true })
    expect(services.archives.summary()).toMatchObject({ missing: 1, valid: 1 })
    await services.library.look({ operator: 'Sam' })
    expect(await checked()).toEqual(['a valid', 'b valid'])
  })

  it('takes an archive whose bagit.txt is gone for damaged and not for missing, and opens what is left', async () => {
    const { shelf, services, scrub, checked } = await withBags(['a', 'b'])
    await scrub.daily()
    const declaration = join(shelf, 'a', 'bagit.txt')
    const bytes = readFileSync(declaration)
    rmSync(declaration)
    const look = () => services.library.look({ operator: 'Sam' })
    const { problems, ...found } = await look()
    expect(found).toMatchObject({ found: 2, added: 0, moved: 0, missing: 0 })
    expect(problems).toMatchObject([{ folder: shelf, message: expect.stringMatching(/^a .*bagit\.txt/) as string }])
    expect(await checked()).toEqual(['a damaged', 'b valid'])
    const row = (await services.archives.list(all)).archives.find(({ folder }) => folder === 'a')!
    const content = await services.archives.open(row.id)
    expect(content).toMatchObject({ archive: { present: true }, problems: [{ code: 'NOT_A_BAG', file: 'bagit.txt' }] })
    expect(content.files.map(({ path }) => path)).toContain('person.json')
    writeFileSync(declaration, bytes)
    expect(await look()).toMatchObject({ found: 2, added: 0, missing: 0, problems: [] })
    expect(await services.archives.verify(row.id, quietly)).toMatchObject({ valid: true })
  })

  // Would catch: an archive whose messages are found by nobody any more, without a word of why.
  it('keeps the messages of an archive whose list is damaged, and says so', async () => {
    const { shelf, services } = await withBags(['a'])
    const list = join(shelf, 'a', 'data/voicemail/voicemails.json')
    const bytes = readFileSync(list)
    const look = () => services.library.look({ operator: 'Sam' })
    writeFileSync(list, bytes.subarray(0, bytes.length - 40))
    expect(await look()).toMatchObject({
      missing: 0,
      problems: [{ message: expect.stringContaining('voicemails.json') as string }],
    })
    expect(services.library.search(messageQuery.parse({})).total).toBe(3)
    writeFileSync(list, bytes)
    expect(await look()).toMatchObject({ found: 1, problems: [] })
    expect(services.library.search(messageQuery.parse({})).total).toBe(3)
  })

  // Would catch: another archive, on another disk in the same place, that is shown as verified.
  it('does not take over a verdict from the archive that lay there before', async () => {
    const { shelf, services, scrub, checked } = await withBags(['a', 'b'])
    await scrub.daily()
    rmSync(join(shelf, 'a'), { recursive: true })
    const rig = rigFor(mailbox(5), join(shelf, 'a'))
    await writeBag(rig.request, rig.io)
    await services.library.look({ operator: 'Sam' })
    expect(await checked()).toEqual(['a damaged', 'b valid'])
    const row = (await services.archives.list(all)).archives.find(({ folder }) => folder === 'a')!
    const { problems } = await services.archives.open(row.id)
    expect(problems).toMatchObject([{ code: 'MANIFEST_INVALID', file: 'manifest-sha256.txt' }])
  })

  it.each(filesOfABag())('finds a single bit that was flipped in %s and names the file', async (file) => {
    const { shelf, services, scrub } = await withBags(['a'], 2)
    const path = join(shelf, 'a', ...file.split('/'))
    const bytes = readFileSync(path)
    const bits = bytes.length * 8
    for (const bit of [0, 5, Math.floor(bits / 2), bits - 1]) {
      const changed = Buffer.from(bytes)
      changed[bit >> 3]! ^= 1 << (bit & 7)
      const { mtime } = statSync(path)
      writeFileSync(path, changed)
      expect(statSync(path).mtime >= mtime).toBe(true)
      const row = (await services.archives.list(all)).archives[0]!
      const { valid, problems } = await services.archives.verify(row.id, quietly)
      expect(valid, `bit ${bit}`).toBe(false)
      expect(
        problems.some((problem) => problem.file === file || problem.message.includes(file)),
        `bit ${bit}`,
      ).toBe(true)
    }
    writeFileSync(path, bytes)
    await scrub.checkNext().catch(() => undefined)
  })
})

/** What each bag of ours has. */
function filesOfABag(): string[] {
  return [
    'bagit.txt',
    'bag-info.txt',
    'manifest-sha256.txt',
    'tagmanifest-sha256.txt',
    'data/index.html',
    'data/person.json',
    'data/custody.json',
    'data/calls.csv',
    'data/contacts.vcf',
    'data/meetings.ics',
    'data/voicemail/voicemails.json',
  ]
}
