import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { serialize } from 'node:v8'
import { describe, expect, it } from 'vitest'
import { notesName, readNotes } from '../../src/main/archive/notesFile.ts'
import { verifyBag } from '../../src/main/archive/verifyBag.ts'
import { mostBytes } from '../../src/main/ipc/messageSize.ts'
import { messageQuery } from '../../src/shared/archives/library.ts'
import { openTestServices } from '../support/services.ts'
import { all, as, makeBag, quietly, withShelf } from '../support/shelf.ts'

describe('a look through the folders', () => {
  it('finds bags however deep, names what it cannot read, and finds nothing twice', async () => {
    const { shelf, library, archives } = await withShelf()
    await makeBag(join(shelf, '2025'), 'one')
    await makeBag(join(shelf, '2026', 'sales'), 'two')
    await makeBag(join(shelf, '.hidden'), 'three')
    const broken = await makeBag(shelf, 'broken')
    for (const name of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) rmSync(join(broken, name))
    const result = await library.look(as)
    expect(result).toMatchObject({ found: 2, added: 2, moved: 0, missing: 0 })
    expect(result.problems).toHaveLength(1)
    expect(library.folders()).toMatchObject([
      { path: shelf, problem: expect.stringContaining('no manifest') as string },
    ])
    expect(await library.look(as)).toMatchObject({ found: 2, added: 0 })
    expect((await archives.list(all)).archives.map(({ folder }) => folder).toSorted()).toEqual(['one', 'two'])
  })

  // Somebody tidies the share up; notes, the last check and the address of the archive must not be lost.
  it('finds a bag that was moved and renamed, and says what is gone', async () => {
    const { shelf, services, library, archives } = await withShelf()
    const bag = await makeBag(shelf, 'one')
    await library.look(as)
    const [row] = (await archives.list(all)).archives
    await archives.verify(row!.id, quietly)
    await services.noting.save(row!.id, null, { note: 'For the claim', tags: [], purpose: '', keepUntil: null })
    mkdirSync(join(shelf, 'done'))
    renameSync(bag, join(shelf, 'done', 'renamed'))
    expect(await library.look(as)).toMatchObject({ added: 0, moved: 1, missing: 0 })
    expect((await archives.list(all)).archives).toMatchObject([
      { id: row!.id, folder: 'renamed', verification: 'valid', present: true },
    ])
    expect((await archives.open(row!.id)).notes.note).toBe('For the claim')
    rmSync(join(shelf, 'done'), { recursive: true })
    expect(await library.look(as)).toMatchObject({ found: 0, missing: 1 })
    expect(archives.summary()).toMatchObject({ archives: 1, missing: 1, valid: 0 })
  })

  // Would catch: a look that never ends, and after it no other.
  it.skipIf(process.platform === 'win32').each(['manifest-sha256.txt', 'bag-info.txt', 'data/person.json'])(
    'is not held up by a pipe, and follows no link, in place of %s',
    async (name) => {
      const { shelf, library } = await withShelf()
      const bag = await makeBag(shelf, 'one')
      for (const [program, ...given] of [['mkfifo'], ['ln', '-s', '/dev/zero']] as const) {
        rmSync(join(bag, name))
        execFileSync(program, [...given, join(bag, name)])
        const { found, problems } = await library.look(as)
        expect(found + problems.length).toBeGreaterThan(0)
      }
    },
    10_000,
  )

  it('takes a copy for an archive of its own', async () => {
    const { shelf, library } = await withShelf()
    const bag = await makeBag(shelf, 'one')
    await library.look(as)
    cpSync(bag, join(shelf, 'copy'), { recursive: true })
    expect(await library.look(as)).toMatchObject({ found: 2, added: 1, moved: 0 })
  })

  it('goes on after it was stopped, and has then all messages', async () => {
    const { shelf, library, found } = await withShelf()
    await makeBag(shelf, 'long', 400)
    await makeBag(shelf, 'short', 2)
    const control = new AbortController()
    const stopped = library.look({ ...as, signal: control.signal, onFound: () => control.abort() })
    await expect(stopped).rejects.toMatchObject({ name: expect.any(String) as string })
    await library.look(as)
    expect(found('', { limit: 200 })).toHaveLength(200)
    expect(library.search(messageQuery.parse({})).total).toBe(402)
  })

  it('another installation with an empty data folder finds the same, notes and holds too', async () => {
    const { shelf, services, library, archives } = await withShelf()
    await makeBag(shelf, 'one')
    await library.look(as)
    const id = (await archives.list(all)).archives[0]!.id
    await services.noting.save(id, null, {
      note: 'Ask legal',
      tags: ['Claim'],
      purpose: 'Claim 4711',
      keepUntil: '2030-01-01',
    })
    await services.noting.saveMessage(id, 'vm-1', 'The customer names the price here')
    await services.noting.setHold(id, 'Case 12')
    const other = (await openTestServices()).services
    await other.library.addFolder(shelf, 'Ann')
    await other.library.look({ operator: 'Ann' })
    const row = (await other.archives.list(all)).archives[0]!
    expect(row).toMatchObject({ purpose: 'Claim 4711', tags: ['Claim'], keepUntil: '2030-01-01', legalHold: 'Case 12' })
    expect(other.library.search(messageQuery.parse({ search: 'names the price' })).messages).toMatchObject([
      { note: 'The customer names the price here', message: { id: 'vm-1' } },
    ])
  })

  it('leaves archives of runs in the list when their folder is taken out', async () => {
    const { shelf, library, archives } = await withShelf()
    await makeBag(shelf, 'one')
    await library.look(as)
    await library.removeFolder(library.folders()[0]!.id, 'Sam Admin')
    expect(await archives.list(all)).toEqual({ total: 0, archives: [] })
    expect(library.search(messageQuery.parse({})).total).toBe(0)
  })
})

describe('search across all archives', () => {
  it('finds callers, numbers, days, people and transcripts, in any part, the newest first', async () => {
    const { shelf, library, found } = await withShelf()
    await makeBag(shelf, 'one', 9, (index) => ({ callerName: index === 4 ? 'Zoë Ångström' : `Caller ${index}` }))
    await library.look(as)
    expect(found('')).toEqual(['vm-8', 'vm-7', 'vm-6', 'vm-5', 'vm-4', 'vm-3', 'vm-2', 'vm-1', 'vm-0'])
    expect(found('angstr')).toEqual(['vm-4'])
    expect(found('(212) 555-0007')).toEqual(['vm-7'])
    expect(found('whitfield order')).toEqual(['vm-8', 'vm-4', 'vm-0'])
    expect(found('order 8')).toEqual(['vm-8'])
    expect(found('caller zo')).toEqual([])
    expect(found('order q')).toEqual([])
    expect(found('whitfield zo')).toEqual(['vm-4'])
    expect(found('2026-10-01 10:03')).toEqual(['vm-3'])
    expect(found('zo')).toEqual(['vm-4'])
    expect(found('"%_\\')).toEqual([])
    expect(found('', { from: '2026-10-02' })).toEqual([])
    expect(found('caller', { until: '2026-10-01', limit: 2 })).toEqual(['vm-8', 'vm-7'])
  })

  it('goes on page by page without losing or repeating one', async () => {
    const { shelf, library } = await withShelf()
    // All of one second: the order must still be the same each time.
    await makeBag(shelf, 'one', 25, () => ({ receivedAt: '2026-10-01T14:00:00.000Z' }))
    await library.look(as)
    const seen: string[] = []
    for (let after: number | undefined; ;) {
      const { messages, next } = library.search(messageQuery.parse({ search: 'whitfield', limit: 10, after }))
      seen.push(...messages.map(({ message }) => message.id))
      if (next === null) break
      after = next
    }
    expect(new Set(seen).size).toBe(25)
    expect(seen).toHaveLength(25)
  })

  // Would catch: a bag of somebody else whose transcripts make one message to the window of many megabytes.
  it('sends no page of more than a megabyte, and loses none over it', async () => {
    const { shelf, library } = await withShelf()
    const lengths = [2_000_000, 90_000, 90_000, 90_000, 90_000, 90_000, 10, 90_000, 2_000_000]
    await makeBag(shelf, 'one', lengths.length, (index) => ({ transcript: 'ä'.repeat(lengths[index]!) }))
    await library.look(as)
    const seen: string[] = []
    for (let after: number | undefined; ;) {
      const page = library.search(messageQuery.parse({ limit: 200, after }))
      expect(serialize(page).length).toBeLessThan(mostBytes)
      seen.push(...page.messages.map(({ message }) => message.id))
      if (page.next === null) break
      after = page.next
    }
    expect(seen).toEqual(lengths.map((_, index) => `vm-${index}`).toReversed())
  })
})

describe('notes of an archive', () => {
  const note = {
    note: 'Kept for the audit',
    tags: [' Tax ', 'tax', ''].filter((tag) => tag.trim() !== ''),
    purpose: 'Audit',
    keepUntil: null,
  }

  it('lie beside the payload, and every bag stays valid', async () => {
    const { shelf, services, library, archives, found } = await withShelf()
    const bag = await makeBag(shelf, 'one')
    await library.look(as)
    const id = (await archives.list(all)).archives[0]!.id
    await services.noting.save(id, null, note)
    await services.noting.saveMessage(id, 'vm-2', 'Here he agrees')
    expect(found('agrees')).toEqual(['vm-2'])
    expect((await archives.list({ ...all, tag: 'tax' })).total).toBe(1)
    expect((await archives.list({ ...all, search: 'audit' })).total).toBe(1)
    expect(await verifyBag(bag, quietly)).toMatchObject({ valid: true, problems: [] })
    await services.noting.saveMessage(id, 'vm-2', '')
    expect(found('agrees')).toEqual([])
  })

  it('of somebody else meanwhile are not overwritten', async () => {
    const { shelf, services, library, archives } = await withShelf()
    const bag = await makeBag(shelf, 'one')
    await library.look(as)
    const other = (await openTestServices()).services
    const mine = (await archives.list(all)).archives[0]!.id
    const theirs = (await other.archives.add(bag)).id
    await other.noting.save(theirs, null, { ...note, note: 'Theirs' })
    await services.noting.save(mine, null, note)
    const { notes, notesBase } = await archives.open(mine)
    expect(notes.note).toBe(`Theirs\n\n${note.note}`)
    // Whoever still has the notes before those on the screen has not seen what they would change.
    await expect(services.noting.save(mine, null, note)).rejects.toMatchObject({ code: 'CONFLICT' })
    await services.noting.save(mine, notesBase, note)
    expect((await archives.open(mine)).notes.note).toBe(note.note)
  })

  it('that were damaged on the disk are said, and the last good ones stay', async () => {
    const { shelf, services, library, archives } = await withShelf()
    const bag = await makeBag(shelf, 'one')
    await library.look(as)
    const id = (await archives.list(all)).archives[0]!.id
    await services.noting.save(id, null, note)
    const file = join(bag, notesName)
    writeFileSync(file, readFileSync(file, 'utf8').replace('Kept for', 'Kept far'))
    const message = expect.stringContaining(`one: ${notesName} was changed`) as string
    for (let look = 0; look < 2; look += 1)
      expect(await library.look(as)).toMatchObject({ found: 1, missing: 0, problems: [{ folder: shelf, message }] })
    const { notes, notesProblem } = await archives.open(id)
    expect(notes.note).toBe(note.note)
    expect(notesProblem).toContain('was changed')
    // The payload is what it was.
    const warning = expect.objectContaining({ code: 'NOTES_DAMAGED', file: notesName }) as unknown
    expect(await archives.verify(id, quietly)).toMatchObject({ valid: true, warnings: [warning] })
    expect(await verifyBag(bag, quietly)).toMatchObject({ valid: true, warnings: [warning] })
  })

  it.skipIf(process.getuid?.() === 0 && process.platform !== 'linux')(
    'of a folder that cannot be written are kept here, and that is said',
    async () => {
      const { shelf, services, library, archives } = await withShelf()
      const bag = await makeBag(shelf, 'one')
      await library.look(as)
      const id = (await archives.list(all)).archives[0]!.id
      // A folder in the way of the file: as true for root as for anybody.
      mkdirSync(join(bag, notesName))
      chmodSync(bag, 0o555)
      await services.noting.save(id, null, note)
      chmodSync(bag, 0o755)
      const { notes, notesProblem } = await archives.open(id)
      expect(notes.note).toBe(note.note)
      expect(notesProblem).toContain('in this installation only')
      await library.look(as)
      expect((await archives.open(id)).notes.note).toBe(note.note)
      await expect(archives.forget(id)).rejects.toMatchObject({ code: 'CONFLICT' })
      const folder = library.folders()[0]!.id
      await expect(library.removeFolder(folder, 'Sam Admin')).rejects.toMatchObject({ code: 'CONFLICT' })
      await services.noting.save(id, null, { note: '', tags: [], purpose: '', keepUntil: null })
      await library.removeFolder(folder, 'Sam Admin')
      expect(await archives.list(all)).toEqual({ total: 0, archives: [] })
    },
  )

  it('that could not be written keep what was taken away in them, also where the archive is moved', async () => {
    const { shelf, services, library, archives } = await withShelf()
    const bag = await makeBag(shelf, 'one')
    await library.look(as)
    const id = (await archives.list(all)).archives[0]!.id
    await services.noting.save(id, null, note)
    await services.noting.setHold(id, 'Case 1')
    const file = join(bag, notesName)
    const written = readFileSync(file)
    rmSync(file)
    mkdirSync(file)
    await services.noting.setHold(id, null)
    const { notesBase, notes } = await archives.open(id)
    await services.noting.save(id, notesBase, { ...note, tags: [] })
    expect(notes.legalHold).toBeNull()
    // The folder can be read again, with what lay there before.
    rmSync(file, { recursive: true })
    writeFileSync(file, written)
    renameSync(bag, join(shelf, 'moved'))
    await library.look(as)
    const kept = await archives.open(id)
    expect(kept.notes).toMatchObject({ note: note.note, tags: [], legalHold: null })
    expect(kept.notesProblem).toContain('in this installation only')
    await services.noting.saveMessage(id, 'vm-1', 'Order 8')
    expect((await readNotes(join(shelf, 'moved'))).notes).toMatchObject({ tags: [], legalHold: null })
  })

  // The one who wrote last must not take the other's note away, whichever way the two meet.
  it.each(['the next look', 'the next change'])(
    'that could not be written are joined with those of another installation at %s',
    async (meeting) => {
      const { shelf, services, library, archives } = await withShelf()
      const bag = await makeBag(shelf, 'one')
      await library.look(as)
      const mine = (await archives.list(all)).archives[0]!.id
      mkdirSync(join(bag, notesName))
      await services.noting.save(mine, null, { ...note, note: 'Ours' })
      await services.noting.saveMessage(mine, 'vm-2', 'He agrees')
      rmSync(join(bag, notesName), { recursive: true })
      const other = (await openTestServices()).services
      const theirs = (await other.archives.add(bag)).id
      await other.noting.save(theirs, null, { ...note, note: 'Theirs', tags: ['claim'] })
      if (meeting === 'the next look') await library.look(as)
      await services.noting.saveMessage(mine, 'vm-1', 'Order 8')
      const { notes, notesProblem } = await archives.open(mine)
      expect(notesProblem).toBeNull()
      expect(notes).toMatchObject({ note: 'Theirs\n\nOurs', tags: ['claim', 'tax'] })
      expect((await readNotes(bag)).notes).toMatchObject({
        ...notes,
        messages: { 'vm-1': 'Order 8', 'vm-2': 'He agrees' },
      })
    },
  )
})

describe('the day and the hold', () => {
  it('never remove anything by themselves; a removal needs the day, no hold and the name', async () => {
    const { shelf, services, library, archives, clock } = await withShelf()
    const bag = await makeBag(shelf, 'one')
    await library.look(as)
    const id = (await archives.list(all)).archives[0]!.id
    const trashed: string[] = []
    const trash = async (path: string): Promise<void> => {
      trashed.push(path)
      rmSync(path, { recursive: true })
    }
    const refused = (code: string, confirm = 'one') =>
      expect(archives.remove(id, confirm, trash)).rejects.toMatchObject({ code })
    await refused('NOT_ALLOWED')
    await services.noting.save(id, null, { note: '', tags: [], purpose: '', keepUntil: '2026-12-31' })
    await refused('NOT_ALLOWED')
    clock.set('2026-12-31T00:00:00.000Z')
    expect(archives.summary()).toMatchObject({ due: 1 })
    await services.noting.setHold(id, 'Case 12')
    expect(archives.summary()).toMatchObject({ due: 0, held: 1 })
    await refused('NOT_ALLOWED')
    await services.noting.setHold(id, null)
    await refused('VALIDATION_FAILED', 'another')
    await library.look(as)
    expect(trashed).toEqual([])
    await archives.remove(id, 'one', trash)
    expect(trashed).toEqual([bag])
    expect((await archives.list(all)).total).toBe(0)
  })

  const due = { note: '', tags: [], purpose: '', keepUntil: '2026-11-01' }

  // A share is looked through once in a while; a hold that was set there since must not be too late.
  it.each(['a hold', 'a later day', 'no day'])(
    'of another installation since the last look count: %s',
    async (what) => {
      const { shelf, services, library, archives } = await withShelf()
      const bag = await makeBag(shelf, 'one')
      await library.look(as)
      const id = (await archives.list(all)).archives[0]!.id
      await services.noting.save(id, null, due)
      const other = (await openTestServices()).services
      const theirs = await other.archives.add(bag)
      const { notesBase } = await other.archives.open(theirs.id)
      if (what === 'a hold') await other.noting.setHold(theirs.id, 'Case 12')
      else {
        const keepUntil = what === 'no day' ? null : '2030-01-01'
        await other.noting.save(theirs.id, notesBase, { ...due, keepUntil })
      }
      const trash = (): Promise<void> => Promise.reject(new Error('it went'))
      await expect(archives.remove(id, 'one', trash)).rejects.toMatchObject({
        code: 'NOT_ALLOWED',
        message: expect.stringContaining('look again') as string,
      })
    },
  )

  it('are not guessed where the notes beside the payload cannot be read', async () => {
    const { shelf, services, library, archives } = await withShelf()
    const bag = await makeBag(shelf, 'one')
    await library.look(as)
    const id = (await archives.list(all)).archives[0]!.id
    await services.noting.save(id, null, due)
    writeFileSync(join(bag, notesName), '{')
    const remove = () => archives.remove(id, 'one', async (path) => rmSync(path, { recursive: true }))
    await expect(remove()).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
      message: expect.stringContaining(`${notesName} is damaged.`) as string,
    })
    await services.noting.save(id, (await archives.open(id)).notesBase, due)
    await remove()
    expect((await archives.list(all)).total).toBe(0)
  })
})

describe('two archives beside each other', () => {
  it('says what the second has that the first has not', async () => {
    const { shelf, library, archives } = await withShelf()
    await makeBag(shelf, 'first', 3)
    await makeBag(shelf, 'second', 5, (index) => ({ callerName: `Caller ${index}` }))
    await library.look(as)
    const rows = (await archives.list({ ...all, sort: 'messages', descending: false })).archives
    const compared = await archives.compare(rows[0]!.id, rows[1]!.id)
    expect(compared.messagesOnlyInSecond.first.map(({ id }) => id)).toEqual(['vm-3', 'vm-4'])
    expect(compared.messagesOnlyInFirst.count).toBe(0)
    expect(compared.onlyInSecond.first.filter((path) => path.endsWith('.wav'))).toHaveLength(2)
    expect(compared.changed.first).toContain('data/voicemail/voicemails.json')
  })
})
