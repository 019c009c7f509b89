import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { seal } from '../../src/main/archive/seal.ts'
import { writeBag } from '../../src/main/archive/writeBag.ts'
import { archiveHandlers } from '../../src/main/features/archives/handlers.ts'
import { archiveQuery, messageQuery } from '../../src/shared/archives/library.ts'
import { archiveContent, archiveRow } from '../../src/shared/archives/model.ts'
import { testFolder } from '../support/folder.ts'
import { mailbox, rigFor, sha256Of } from '../support/person.ts'
import { openTestServices } from '../support/services.ts'

async function withBag(count = 5) {
  const { services } = await openTestServices()
  const bag = join(testFolder(), '2026-11-23 1042 Dana Whitfield')
  const rig = rigFor(mailbox(count), bag)
  await writeBag(rig.request, rig.io)
  return { services, archives: services.archives, bag, rig, row: await services.archives.add(bag) }
}
const everything = archiveQuery.parse({})
const quietly = { signal: new AbortController().signal, report: () => undefined }

describe('the list of archives', () => {
  it('shows whose bag was added, and adds none twice', async () => {
    const { archives, bag, row } = await withBag()
    expect(archiveRow.parse(row)).toMatchObject({
      path: bag,
      folder: '2026-11-23 1042 Dana Whitfield',
      personName: 'Dana Whitfield',
      extension: '1042',
      createdAt: '2026-11-23T10:43:12.000Z',
      messages: 5,
      present: true,
      verification: 'never',
    })
    expect(await archives.add(bag)).toEqual(row)
    expect(await archives.list(everything)).toEqual({ total: 1, archives: [row] })
  })

  it('opens a bag: messages, other files, and what bag-info says', async () => {
    const { archives, services, row } = await withBag()
    const content = archiveContent.parse(await archives.open(row.id))
    expect(services.library.search(messageQuery.parse({ archiveId: row.id }))).toMatchObject({ total: 5 })
    expect(content.files.map(({ path }) => path)).toEqual([
      'calls.csv',
      'contacts.vcf',
      'custody.json',
      'greetings/01 unavailable.wav',
      'index.html',
      'meetings.ics',
      'person.json',
      'preferences.json',
      'voicemail/voicemails.json',
    ])
    expect(content.bagInfo[0]).toEqual(['Source-Organization', 'Embedded phone system'])
  })

  it('remembers what a check found, and says which file is damaged', async () => {
    const { archives, bag, rig, row } = await withBag()
    expect(await archives.verify(row.id, quietly)).toMatchObject({ valid: true })
    expect(await archives.list(everything)).toMatchObject({ archives: [{ verification: 'valid' }] })
    appendFileSync(join(bag, rig.listed[2]!.file), '.')
    const { problems } = await archives.verify(row.id, quietly)
    expect(problems).toContainEqual(expect.objectContaining({ code: 'FILE_CHANGED', file: rig.listed[2]!.file }))
    expect(await archives.list(everything)).toMatchObject({ archives: [{ verification: 'damaged' }] })
    expect((await archives.open(row.id)).problems).toEqual(problems)
  })

  it('notices a bag that was changed and sealed again', async () => {
    const { archives, bag, row } = await withBag(1)
    writeFileSync(join(bag, 'data/contacts.vcf'), 'forged')
    const payload = (await archives.open(row.id)).files.map(({ path, bytes }) => ({
      path: `data/${path}`,
      bytes,
      sha256: sha256Of(readFileSync(join(bag, 'data', path))),
    }))
    rmSync(join(bag, 'data/voicemail'), { recursive: true })
    await seal(
      bag,
      payload.filter(({ path }) => !path.includes('voicemail')),
      [],
    )
    expect(await archives.verify(row.id, quietly)).toMatchObject({
      valid: false,
      problems: [expect.objectContaining({ code: 'MANIFEST_INVALID' })],
    })
  })

  it('keeps an archive in the list whose folder was moved, as not present', async () => {
    const { archives, bag, row } = await withBag(1)
    renameSync(bag, `${bag} moved`)
    expect(await archives.list(everything)).toMatchObject({ archives: [{ id: row.id, present: false }] })
    expect(await archives.open(row.id)).toMatchObject({ archive: { present: false }, files: [] })
    expect(await archives.verify(row.id, quietly)).toMatchObject({ valid: false, problems: [{ code: 'NOT_A_BAG' }] })
  })

  // Would catch: the archive of somebody else in the wastebasket, because it lies where one was whose day has come.
  it('removes no other archive than the one of the list', async () => {
    const { archives, services, bag, row } = await withBag(1)
    await services.noting.save(row.id, null, { note: '', tags: [], purpose: '', keepUntil: '2026-01-01' })
    rmSync(bag, { recursive: true })
    const other = rigFor(mailbox(2), bag)
    await writeBag(other.request, other.io)
    const trash = (): Promise<void> => Promise.reject(new Error('it went'))
    await expect(archives.remove(row.id, row.folder, trash)).rejects.toMatchObject({ code: 'ARCHIVE_INVALID' })
  })

  it('forgets an archive and leaves its folder', async () => {
    const { archives, bag, row } = await withBag(1)
    await archives.forget(row.id)
    expect(await archives.list(everything)).toEqual({ total: 0, archives: [] })
    expect(readFileSync(join(bag, 'bagit.txt'), 'utf8')).toContain('BagIt-Version')
  })

  it('adds a bag of another tool by its folder, and refuses a folder that is none', async () => {
    const { archives } = await withBag(0)
    const foreign = join(testFolder(), 'box 7')
    cpSync('tests/support', join(foreign, 'data'), { recursive: true })
    await expect(archives.add(foreign)).rejects.toMatchObject({ code: 'ARCHIVE_INVALID' })
    writeFileSync(join(foreign, 'bagit.txt'), 'BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n')
    await expect(archives.add(foreign)).rejects.toMatchObject({ code: 'ARCHIVE_INVALID' })
    writeFileSync(join(foreign, 'manifest-md5.txt'), '')
    mkdirSync(join(foreign, 'data/voicemail'))
    writeFileSync(join(foreign, 'data/voicemail/voicemails.json'), '{"not": "ours"}')
    expect(await archives.add(foreign)).toMatchObject({ personName: 'box 7', extension: null, messages: 0 })
  })
})

describe('audio of an archive', () => {
  it('is found by the id of its message', async () => {
    const { archives, bag, rig, row } = await withBag()
    const { path, format, seconds } = await archives.soundOf(row.id, 'vm-3')
    expect(path).toBe(join(bag, rig.listed[3]!.file))
    expect([format, seconds]).toEqual([rig.listed[3]!.message.format, rig.listed[3]!.message.seconds])
  })

  it.each(['vm-99', '../vm-3', '', '__proto__'])('is not found for the id %j', async (id) => {
    const { archives, row } = await withBag(4)
    await expect(archives.soundOf(row.id, id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it.each(['../../../../etc/passwd', '/etc/passwd', 'data/voicemail/link.wav', 'data/out/passwd', 'data/voicemail'])(
    'does not leave the bag when its list names %s',
    async (file) => {
      const { archives, bag, row } = await withBag(1)
      symlinkSync('/etc/passwd', join(bag, 'data/voicemail/link.wav'))
      symlinkSync('/etc', join(bag, 'data/out'))
      const list = join(bag, 'data/voicemail/voicemails.json')
      const messages = JSON.parse(readFileSync(list, 'utf8')) as object[]
      writeFileSync(list, JSON.stringify(messages.map((message) => ({ ...message, file }))))
      await expect(archives.soundOf(row.id, 'vm-0')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    },
  )
})

describe('the routes of the archives', () => {
  it('tells the window how far a check is, ending with all of it, and shows folders that it knows', async () => {
    const { services, bag, row } = await withBag(20)
    const heard: { done: number; total: number | null }[] = []
    const shown: string[] = []
    const handlers = archiveHandlers(services, {
      emit: (_name, payload) => heard.push(payload as { done: number; total: number | null }),
      showItem: (path) => shown.push(path),
      trash: async () => undefined,
      dialogs: {
        chooseFolder: async () => null,
        chooseFile: async () => null,
        saveFile: async () => null,
      },
    })
    await handlers['archives.verify']({ archiveId: row.id })
    expect(heard.at(-1)).toMatchObject({ work: 'verify', done: heard.at(-1)?.total })
    await handlers['archives.showInFolder']({ archiveId: row.id })
    expect(shown).toEqual([bag])
    expect(await handlers['archives.add']({})).toBeNull()
  })
})
