import { chmodSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { notesName, readNotes } from '../../src/main/archive/notesFile.ts'
import { verifyBag } from '../../src/main/archive/verifyBag.ts'
import { saveNotes } from '../../src/main/features/archives/library/archiveRepository.ts'
import { scan } from '../../src/main/features/archives/library/scan.ts'
import { bagWriter, settleBag } from '../../src/main/features/archives/library/settleBag.ts'
import { changeNotes } from '../../src/main/features/archives/notes/change.ts'
import { readStoredNotes } from '../../src/main/features/archives/notes/repository.ts'
import { noNotes } from '../../src/shared/archives/notes.ts'
import { openTestServices } from '../support/services.ts'
import { all, as, makeBag, quietly, withShelf } from '../support/shelf.ts'

const plain = { note: '', tags: ['tax'], purpose: 'Audit', keepUntil: null }
const listName = 'data/voicemail/voicemails.json'

/** Two installations that have the same archive, noted by the first. */
async function withTwo() {
  const one = await withShelf()
  const bag = await makeBag(one.shelf, 'one')
  await one.library.look(as)
  const mine = (await one.archives.list(all)).archives[0]!.id
  await one.services.noting.save(mine, null, plain)
  await one.services.noting.saveMessage(mine, 'vm-1', 'He agrees')
  await one.services.noting.setHold(mine, 'Case 1')
  const other = (await openTestServices()).services
  const theirs = (await other.archives.add(bag)).id
  return { ...one, bag, mine, other, theirs, noting: one.services.noting }
}

describe('notes that another installation has changed since the last look', () => {
  it('are joined with ours: nothing of either goes, and what was taken away does not come back', async () => {
    const { bag, mine, other, theirs, noting, archives } = await withTwo()
    const base = (await archives.open(mine)).notesBase
    await other.noting.save(theirs, base, { ...plain, note: 'Theirs', tags: ['tax', 'claim'] })
    await noting.save(mine, base, { ...plain, note: 'Ours', tags: [] })
    const { notes, sha256 } = await readNotes(bag)
    expect(notes).toMatchObject({ note: 'Theirs\n\nOurs', tags: ['claim'], legalHold: 'Case 1' })
    const opened = await archives.open(mine)
    expect([opened.notes.note, opened.notesBase]).toEqual([notes.note, sha256])
  })

  it('on the same message, both stay', async () => {
    const { bag, mine, other, theirs, noting } = await withTwo()
    await other.noting.saveMessage(theirs, 'vm-1', 'He agrees, and asks for a copy')
    await noting.saveMessage(mine, 'vm-1', 'Order 8')
    expect((await readNotes(bag)).notes.messages).toEqual({ 'vm-1': 'He agrees, and asks for a copy\n\nOrder 8' })
    await noting.saveMessage(mine, 'vm-1', '')
    expect((await readNotes(bag)).notes.messages).toEqual({})
  })

  it('a hold that they have set for another reason is not lifted with ours', async () => {
    const { bag, mine, other, theirs, noting } = await withTwo()
    await other.noting.setHold(theirs, 'Case 2')
    await noting.setHold(mine, null)
    expect((await readNotes(bag)).notes.legalHold).toBe('Case 2')
  })

  it('between our look and our write are joined, too', async () => {
    const { bag, mine, other, theirs, services, archives, clock } = await withTwo()
    const file = join(bag, notesName)
    const before = readFileSync(file)
    await other.noting.saveMessage(theirs, 'vm-2', 'Theirs')
    const after = readFileSync(file)
    writeFileSync(file, before)
    let looks = 0
    await changeNotes({ ...services, clock, operator: () => ({ name: 'Sam' }) }, mine, {
      action: 'archive.note',
      detail: {},
      to: (notes) => {
        if ((looks += 1) === 1) writeFileSync(file, after)
        return { ...notes, note: 'Ours' }
      },
    })
    expect((await readNotes(bag)).notes).toMatchObject({
      note: 'Ours',
      messages: { 'vm-1': 'He agrees', 'vm-2': 'Theirs' },
    })
    expect((await archives.open(mine)).notes.note).toBe('Ours')
  })
})

describe('notes on a failing disk', () => {
  // Would catch: a legal hold that ends because somebody tidied up, or brought an older copy of the folder back.
  it('stay when their file is gone, are told to be kept here, and are written again with the next change', async () => {
    const { bag, mine, library, archives, noting } = await withTwo()
    await library.look(as)
    rmSync(join(bag, notesName))
    await library.look(as)
    const { archive, notes, notesProblem } = await archives.open(mine)
    expect([archive.legalHold, notes.tags]).toEqual(['Case 1', ['tax']])
    expect(notesProblem).toContain('not in the folder of the archive any more')
    await noting.saveMessage(mine, 'vm-1', 'He agrees in writing')
    const written = await readNotes(bag)
    expect(written.notes).toMatchObject({ legalHold: 'Case 1', messages: { 'vm-1': 'He agrees in writing' } })
    expect((await archives.open(mine)).notesProblem).toBeNull()
  })

  it('are not written over a damaged file: what is left of that stays beside them', async () => {
    const { bag, mine, noting, library, archives } = await withTwo()
    const file = join(bag, notesName)
    const damaged = readFileSync(file, 'utf8').replace('He agrees', 'He aprees')
    writeFileSync(file, damaged)
    await library.look(as)
    await noting.saveMessage(mine, 'vm-2', 'Order 8')
    expect((await readNotes(bag)).notes.messages).toEqual({ 'vm-1': 'He agrees', 'vm-2': 'Order 8' })
    const kept = readdirSync(bag).filter((name) => name.startsWith('offhook-notes-damaged-'))
    expect(kept.map((name) => readFileSync(join(bag, name), 'utf8'))).toEqual([damaged])
    expect(await verifyBag(bag, quietly)).toMatchObject({ valid: true })
    expect((await archives.open(mine)).notesProblem).toBeNull()
  })

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'are kept here while the file cannot be read: it may hold what another installation has written',
    async () => {
      const { bag, mine, noting, archives } = await withTwo()
      const file = join(bag, notesName)
      const before = readFileSync(file, 'utf8')
      chmodSync(file, 0)
      await noting.saveMessage(mine, 'vm-2', 'Order 8')
      expect((await archives.open(mine)).notesProblem).toContain('cannot be read (EACCES)')
      chmodSync(file, 0o644)
      expect(readFileSync(file, 'utf8')).toBe(before)
    },
  )

  // The list gives the messages their rows, and the rows held the only notes that were left.
  it.each(['where it lay', 'and was moved'])(
    'stay when both the notes and the list of messages are damaged of an archive that is %s',
    async (where) => {
      const { shelf, bag, mine, noting, library, archives, found } = await withTwo()
      await noting.saveMessage(mine, 'vm-2', 'Order 8')
      const good = { notes: readFileSync(join(bag, notesName)), list: readFileSync(join(bag, listName)) }
      writeFileSync(join(bag, notesName), '{')
      writeFileSync(join(bag, listName), '[')
      const place = where === 'and was moved' ? join(shelf, 'moved') : bag
      renameSync(bag, place)
      for (const _ of [1, 2]) {
        const { problems, found: there } = await library.look(as)
        expect([there, problems.map(({ message }) => message)]).toEqual([
          1,
          [expect.stringContaining(`${notesName} is damaged`), expect.stringContaining(`a damaged ${listName}`)],
        ])
        expect([found('agrees'), found('Order 8')]).toEqual([['vm-1'], ['vm-2']])
      }
      expect((await archives.open(mine)).archive.folder).toBe(where === 'and was moved' ? 'moved' : 'one')
      await expect(archives.forget(mine)).rejects.toMatchObject({ code: 'CONFLICT' })
      await noting.saveMessage(mine, 'vm-0', 'Ring her')
      writeFileSync(join(place, listName), good.list)
      await library.look(as)
      expect([found('agrees'), found('Order 8'), found('Ring her')]).toEqual([['vm-1'], ['vm-2'], ['vm-0']])
      writeFileSync(join(place, notesName), good.notes)
      await library.look(as)
      expect(found('agrees')).toEqual(['vm-1'])
    },
  )
})

describe('a hold that is set while a look reads the archive anew', () => {
  it.each([
    ['is kept in the folder', false],
    ['can be kept here only', true],
  ])('and %s stays', async (_, own) => {
    const { shelf, services, archives } = await withShelf()
    await makeBag(shelf, 'one', 400)
    await services.library.look(as)
    const { id } = (await archives.list(all)).archives[0]!
    const { db } = services
    const given = { db, ids: { next: () => 'unused' } }
    const signal = new AbortController().signal
    for await (const one of scan({ roots: [shelf], known: new Map() }, signal)) {
      if (one.kind !== 'bag') continue
      const settled = await settleBag(given, one)
      const notes = { ...noNotes, legalHold: 'Case 12' }
      saveNotes(db, id, { notes, sha256: own ? null : 'a'.repeat(64), problem: null, own })
      db.transaction(bagWriter(db, settled, one, '2026-11-26T10:00:00.000Z')).immediate()
    }
    expect(readStoredNotes(db, id)).toMatchObject({ notes: { legalHold: 'Case 12' }, own })
  })
})
