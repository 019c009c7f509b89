import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packBag } from '../../src/main/archive/pack/packBag.ts'
import { writeBag } from '../../src/main/archive/writeBag.ts'
import { grantId } from '../../src/shared/ids.ts'
import type { Events } from '../../src/shared/ipc/contract.ts'
import { startTestApp } from '../support/app.ts'
import { testFolder } from '../support/folder.ts'
import { mailbox, rigFor } from '../support/person.ts'
import { demoFolder, openTestServices } from '../support/services.ts'

const passphrase = 'nine owls read by lamplight'
const name = '2026-11-23 1042 Dana Whitfield'
const root = mkdtempSync(join(tmpdir(), 'offhook-test-'))
const sealed = join(root, 'sealed.age')

// Sealed once: a passphrase costs a second of work on purpose.
beforeAll(async () => {
  const rig = rigFor(mailbox(12), join(root, name))
  await writeBag(rig.request, rig.io)
  const quietly = { signal: new AbortController().signal, report: () => undefined }
  await packBag({ bag: join(root, name), to: sealed, passphrase, replace: false }, quietly)
}, 60_000)
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** The app with its primary administrator at the desk, who has chosen the sealed file and an empty folder in dialogs. */
async function atTheDesk() {
  const chosen = { file: join(testFolder(), 'archive.age'), folder: testFolder() }
  copyFileSync(sealed, chosen.file)
  const dialogs = { chooseFile: async () => chosen.file, chooseFolder: async () => chosen.folder }
  const desk = await startTestApp(await demoFolder(), dialogs)
  await desk.signInAs('margaret.osei')
  const { grantId: file, ...shown } = (await desk.ask('archives.chooseSealed', {}))!
  const { grantId: folder } = (await desk.ask('folders.choose', {}))!
  const chooseFolder = async (path: string) => {
    chosen.folder = path
    return (await desk.ask('folders.choose', {}))!.grantId
  }
  return {
    ...desk,
    chosen,
    shown,
    chooseFolder,
    request: { file, folder, passphrase },
    archives: async () => (await desk.ask('archives.list', {})).archives,
  }
}

describe('a sealed archive that is opened in the window', () => {
  it('is in the list, verified, and told in the audit; the folder for archives stays', async () => {
    const { ask, heard, chosen, shown, request, archives } = await atTheDesk()
    expect(shown).toMatchObject({ name: 'archive.age', bytes: expect.any(Number) as number })
    const { archiveId, alsoAt } = await ask('archives.unseal', request)
    const folder = join(chosen.folder, name)
    expect(alsoAt).toBeNull()
    expect(await archives()).toMatchObject([
      { id: archiveId, path: folder, personName: 'Dana Whitfield', messages: 12, verification: 'valid' },
    ])
    expect(readdirSync(chosen.folder)).toEqual([name])
    const { entries } = await ask('audit.list', { filter: {}, offset: 0, limit: 3 })
    expect(entries.map(({ action, operator }) => [action, operator])).toEqual(
      ['archive.verify', 'archive.add', 'archive.unseal'].map((action) => [action, 'Margaret Osei']),
    )
    expect(entries[2]).toMatchObject({ subject: folder, detail: { file: chosen.file } })
    expect((await ask('folders.archive', {})).path).not.toBe(chosen.folder)
    const told = heard.filter((one) => one.name === 'work.progress').map(({ payload }) => payload)
    const phases = told.map((payload) => (payload as Events['work.progress']).phase)
    expect([...new Set(phases)]).toEqual(['opening', 'unpacking', 'verifying'])
    expect(told.at(-1)).toMatchObject({ work: 'unseal' })
  }, 60_000)

  // Would catch: a passphrase with a slip of the pen that costs the choice of file and folder, or leaves something.
  it('asks for another passphrase, and opens with that', async () => {
    const { ask, invoke, chosen, request } = await atTheDesk()
    expect(await invoke('archives.unseal', { ...request, passphrase: `${passphrase}!` })).toMatchObject({
      ok: false,
      error: { code: 'ARCHIVE_INVALID', details: { reason: 'passphrase' } },
    })
    expect(readdirSync(chosen.folder)).toEqual([])
    expect(await ask('archives.unseal', request)).toMatchObject({ alsoAt: null })
  }, 60_000)

  it('is not opened when it is torn, or was not chosen in a dialog', async () => {
    const { invoke, chosen, request, archives } = await atTheDesk()
    truncateSync(chosen.file, 60_000)
    const message = 'The sealed file is damaged or cut short. Get it again from where it came from.'
    expect(await invoke('archives.unseal', request)).toMatchObject({ error: { code: 'ARCHIVE_INVALID', message } })
    const path = grantId.parse(chosen.folder)
    for (const asked of [{ file: grantId.parse('1') }, { folder: path }])
      expect(await invoke('archives.unseal', { ...request, ...asked })).toMatchObject({ error: { code: 'NOT_FOUND' } })
    expect([readdirSync(chosen.folder), await archives()]).toEqual([[], []])
  }, 60_000)

  it('leaves a folder that is there as it is, and leads to the archive that lies there', async () => {
    const { ask, invoke, chosen, request } = await atTheDesk()
    const folder = join(chosen.folder, name)
    mkdirSync(folder)
    writeFileSync(join(folder, 'mine'), '')
    const message = `${folder} exists already. Move it away, or choose another folder.`
    expect(await invoke('archives.unseal', request)).toMatchObject({ error: { code: 'CONFLICT', message } })
    expect(readdirSync(folder)).toEqual(['mine'])
    rmSync(folder, { recursive: true })
    const { archiveId } = await ask('archives.unseal', request)
    expect(await invoke('archives.unseal', request)).toMatchObject({
      error: {
        code: 'CONFLICT',
        message: `${folder} exists already, and is in the list. Open it there, or choose another folder to have both.`,
        details: { archiveId },
      },
    })
  }, 60_000)

  // Would catch: a sealed copy that cannot be used to bring back an archive that is damaged or gone.
  it('that is in the list already becomes a second copy, or the one that was missing', async () => {
    const { ask, chosen, chooseFolder, request, archives } = await atTheDesk()
    const first = await ask('archives.unseal', request)
    const firstPath = join(chosen.folder, name)
    const second = await ask('archives.unseal', { ...request, folder: await chooseFolder(testFolder()) })
    expect(second).toEqual({ archiveId: expect.not.stringMatching(first.archiveId) as string, alsoAt: firstPath })
    expect((await archives()).map(({ verification }) => verification)).toEqual(['valid', 'valid'])
    await ask('archives.forget', { archiveId: second.archiveId })
    rmSync(firstPath, { recursive: true })
    const third = await ask('archives.unseal', { ...request, folder: await chooseFolder(testFolder()) })
    expect(third).toEqual({ archiveId: first.archiveId, alsoAt: null })
    expect(await archives()).toMatchObject([{ id: first.archiveId, path: join(chosen.folder, name), present: true }])
  }, 90_000)

  it('is stopped and leaves nothing; meanwhile no other is opened', async () => {
    const { ask, invoke, heard, chosen, request, archives } = await atTheDesk()
    const opening = invoke('archives.unseal', request)
    await expect.poll(() => heard.some((one) => one.name === 'work.progress'), { timeout: 30_000 }).toBe(true)
    expect(await invoke('archives.unseal', request)).toMatchObject({
      error: { code: 'CONFLICT', message: 'Another sealed archive is being opened. Wait for it, or stop it.' },
    })
    await ask('archives.stopUnsealing', {})
    expect(await opening).toMatchObject({ error: { code: 'CANCELLED', message: 'Stopped. Nothing was written.' } })
    expect([readdirSync(chosen.folder), await archives()]).toEqual([[], []])
  }, 60_000)

  // Would catch: "Nothing was written" said of a folder that is there.
  it('stays, whole and in the list, when it is stopped while the list verifies it', async () => {
    const { services } = await openTestServices()
    const { unsealing, archives } = services
    const report = ({ phase }: { phase: string }): void => {
      if (phase === 'verifying') unsealing.stop()
    }
    const request = { file: sealed, to: testFolder(), passphrase }
    const { archiveId } = await unsealing.unseal(request, report)
    expect(existsSync(archives.folderOf(archiveId))).toBe(true)
    expect(archives.findAt(archives.folderOf(archiveId))).toMatchObject({ messages: 12, verification: 'never' })
  }, 60_000)

  // Would catch: an archive that lies on the disk and in no list, because its opening took longer than the idle minutes.
  it('joins the list in the name of whoever began, though the lock falls meanwhile', async () => {
    const { ask, heard, request, archives, signInAs } = await atTheDesk()
    const opening = ask('archives.unseal', request)
    await expect.poll(() => heard.some((one) => one.name === 'work.progress'), { timeout: 30_000 }).toBe(true)
    await ask('session.lock', {})
    const { archiveId } = await opening
    await signInAs('caleb.ostrander')
    expect(await archives()).toMatchObject([{ id: archiveId, verification: 'valid' }])
    const { entries } = await ask('audit.list', { filter: { action: 'archive.unseal' }, offset: 0, limit: 2 })
    expect(entries).toMatchObject([{ operator: 'Margaret Osei' }])
  }, 60_000)
})
