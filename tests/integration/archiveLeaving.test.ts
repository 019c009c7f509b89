import { cpSync, existsSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeBag } from '../../src/main/archive/writeBag.ts'
import { clearMessages } from '../../src/main/features/archives/library/clearing.ts'
import type { Services } from '../../src/main/services.ts'
import { archiveQuery, messageQuery } from '../../src/shared/archives/library.ts'
import { testFolder } from '../support/folder.ts'
import { pausedAfterArchive } from '../support/pausing.ts'
import { mailbox, rigFor } from '../support/person.ts'
import { openTestServices } from '../support/services.ts'

const due = { note: '', tags: [], purpose: '', keepUntil: '2026-01-01' }
const as = { operator: 'Margaret' }
const trash = async (path: string): Promise<void> => rmSync(path, { recursive: true })

async function makeBag(path: string, count = 2): Promise<string> {
  const rig = rigFor(mailbox(count), path)
  await writeBag(rig.request, rig.io)
  return path
}

async function rowsOf(services: Services) {
  return (await services.archives.list(archiveQuery.parse({}))).archives
}

function actionsOf({ db }: Services): unknown[] {
  return db
    .prepare(
      "SELECT content ->> 'action' FROM audit_entry WHERE content ->> 'action' LIKE 'archive.remove%' ORDER BY seq",
    )
    .pluck()
    .all()
}

describe('an archive that leaves', () => {
  // Would catch: an archive under hold that goes with the folder of another one, whose day has come.
  it('stays as long as another one lies in its folder', async () => {
    const { services } = await openTestServices()
    const outer = await services.archives.add(await makeBag(join(testFolder(), 'outer')))
    const inner = await services.archives.add(await makeBag(join(outer.path, 'inner')))
    await services.noting.save(outer.id, null, due)
    await services.noting.setHold(inner.id, 'Case 12')
    const remove = () => services.archives.remove(outer.id, 'outer', trash)
    await expect(remove()).rejects.toMatchObject({ code: 'CONFLICT', details: { path: inner.path } })
    expect(existsSync(inner.path)).toBe(true)
    renameSync(inner.path, join(testFolder(), 'beside'))
    await services.archives.forget(inner.id)
    await remove()
    expect(actionsOf(services)).toEqual(['archive.removeStart', 'archive.remove'])
  })

  // Would catch: the proof of a run that can still go on, removed under the name that it has through a link above it.
  it('stays as long as it is needed under another name', async () => {
    const { services, run } = await pausedAfterArchive()
    const place = testFolder()
    symlinkSync(dirname(run.archive!), join(place, 'link'))
    await services.library.lookAt(join(place, 'link', basename(run.archive!)), as)
    const other = (await rowsOf(services)).find(({ runId }) => runId === null)!
    await services.noting.save(other.id, null, due)
    await expect(services.archives.remove(other.id, other.folder, trash)).rejects.toMatchObject({
      code: 'CONFLICT',
      details: { path: run.archive },
    })
    expect(existsSync(run.archive!)).toBe(true)
  })

  // Would catch: a kill on the way to the wastebasket, after which nobody knows who removed the archive.
  it('is told of before it goes', async () => {
    const { services } = await openTestServices()
    const { id } = await services.archives.add(await makeBag(join(testFolder(), 'one')))
    await services.noting.save(id, null, due)
    const seen: unknown[] = []
    await services.archives.remove(id, 'one', async () => void seen.push(...actionsOf(services)))
    expect(seen).toEqual(['archive.removeStart'])
  })

  // Would catch: an archive whose messages are found no more, because somebody who forgot it was killed half way.
  it('is found again after a kill in the middle', async () => {
    const { services } = await openTestServices()
    const { id: archiveId } = await services.archives.add(await makeBag(join(testFolder(), 'one'), 3))
    const found = (): number | null => services.library.search(messageQuery.parse({ archiveId })).total
    await clearMessages(services.db, archiveId)
    expect(found()).toBe(0)
    await services.library.look(as)
    expect(found()).toBe(3)
  })
})

describe('the archive of a run that is not finished', () => {
  // Would catch: the row that follows a copy while the disk of the original is away, so that nothing keeps the original.
  it('stays where the run looks for it, whatever copy is found', async () => {
    const { services, run } = await pausedAfterArchive()
    const [copy, away] = [join(testFolder(), 'copy'), join(testFolder(), 'away')]
    cpSync(run.archive!, copy, { recursive: true })
    renameSync(run.archive!, away)
    await services.library.lookAt(copy, as)
    renameSync(away, run.archive!)
    await services.archives.add(run.archive!)
    const rows = await rowsOf(services)
    expect(new Map(rows.map(({ path, runId }) => [path, runId]))).toEqual(
      new Map([
        [copy, null],
        [run.archive, run.id],
      ]),
    )
    const original = rows.find(({ path }) => path === run.archive)!
    services.db.prepare('UPDATE archive SET run_id = NULL').run()
    await services.noting.save(original.id, null, due)
    await expect(services.archives.remove(original.id, original.folder, trash)).rejects.toMatchObject({
      code: 'CONFLICT',
    })
    await expect(services.archives.forget(original.id)).rejects.toMatchObject({ code: 'CONFLICT' })
  })
})

describe('an archive below a watched folder', () => {
  // Would catch: archives that are there, are called missing, and are never checked again.
  it('is seen where nobody looks for new ones: in a hidden folder, and deep down', async () => {
    const { services } = await openTestServices()
    const folder = testFolder()
    const bags = [join(folder, '.archives', 'one'), join(folder, 'a/b/c/d/e/f/g/h/i/j', 'deep')]
    for (const bag of bags) await services.archives.add(await makeBag(bag, 1))
    await services.library.addFolder(folder, 'Margaret')
    expect(await services.library.look(as)).toMatchObject({ found: 2, missing: 0 })
    rmSync(bags[0]!, { recursive: true })
    expect(await services.library.look(as)).toMatchObject({ found: 1, missing: 1 })
  })
})
