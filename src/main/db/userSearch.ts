import { setImmediate as nextTurn } from 'node:timers/promises'
import { fold } from '../../shared/directory/fold.ts'
import type { WriteDb } from './sql.ts'

type Facts = {
  userId: string
  firstName: string
  lastName: string
  userName: string
  email: string
  extension: string | null
  numbers: string | null
  status: string
  site: string
  department: string
  licences: string | null
  leavesOn: string | null
  voicemails: number
}
/** A person whose row is deleted. */
type Gone = { userId: string; status: null }

/** A turn of the event loop, with the flush that ends it, stays well below the 50 ms that a person notices. */
const shortTurn = 15
/** For bulk work: fewer and larger transactions are several times quicker, and still nobody waits for long. */
export const bulkTurn = 40
const atOnce = 50

const stale = `
  SELECT stale.user_id AS userId, user.first_name AS firstName, user.last_name AS lastName, user.user_name AS userName,
    user.primary_email AS email, extension.extension_number AS extension, user.status, site.name AS site,
    user.department, user.leaves_on AS leavesOn,
    (SELECT group_concat(phone_number, char(10)) FROM phone_number WHERE extension_id = extension.id) AS numbers,
    (SELECT group_concat(name, char(10)) FROM licence WHERE user_id = stale.user_id) AS licences,
    (SELECT count(*) FROM voicemail_message WHERE extension_id = extension.id) AS voicemails
  FROM (SELECT user_id FROM user_search_stale LIMIT ?) stale
  LEFT JOIN user ON user.id = stale.user_id
  LEFT JOIN site ON site.id = user.site_id
  LEFT JOIN extension ON extension.user_id = stale.user_id`

const save = `
  INSERT INTO user_search (user_id, name_key, user_name, email, extension, status, site, department, licences, leaves_on,
      voicemails)
    VALUES (@userId, @nameKey, @userName, @email, CAST(@extension AS INTEGER), @status, @site, @department, @licences,
      @leavesOn, @voicemails)
    ON CONFLICT (user_id) DO UPDATE SET name_key = excluded.name_key, user_name = excluded.user_name,
      email = excluded.email, extension = excluded.extension, status = excluded.status, site = excluded.site,
      department = excluded.department, licences = excluded.licences, leaves_on = excluded.leaves_on,
      voicemails = excluded.voicemails
  RETURNING id`

/** Brings the Users page's tables up to date with everything that changed, in turns of some milliseconds. */
export async function refreshUserSearch(db: WriteDb, turnMilliseconds = shortTurn): Promise<void> {
  if (!isStale(db)) return
  const refresh = prepareBatch(db, turnMilliseconds)
  while (refresh() > 0) await nextTurn()
}

function isStale(db: WriteDb): boolean {
  return db.prepare('SELECT 1 FROM user_search_stale LIMIT 1').get() !== undefined
}

/** Answers a function that refreshes some people in one transaction and says how many. */
function prepareBatch(db: WriteDb, turnMilliseconds: number): () => number {
  const some = db.prepare<[number], Facts | Gone>(stale)
  const write = prepareWrite(db)
  const remove = prepareRemove(db)
  const settled = db.prepare('DELETE FROM user_search_stale WHERE user_id = ?')
  const count = db.prepare('UPDATE user_search_version SET version = version + 1')
  const batch = db.transaction((): number => {
    const until = performance.now() + turnMilliseconds
    let people = 0
    let found: (Facts | Gone)[]
    do {
      found = some.all(atOnce)
      for (const person of found) {
        if (person.status === null) remove(person.userId)
        else write(person)
        settled.run(person.userId)
      }
      people += found.length
    } while (found.length > 0 && performance.now() < until)
    count.run()
    return people
  })
  return () => batch.immediate()
}

function prepareWrite(db: WriteDb): (person: Facts) => void {
  const saved = db.prepare<[Readonly<Record<string, unknown>>], { id: number }>(save)
  const textOf = db.prepare<[number], { text: string }>('SELECT text FROM user_search_text WHERE id = ?')
  const saveText = db.prepare('INSERT OR REPLACE INTO user_search_text (id, text) VALUES (?, ?)')
  const unindex = db.prepare('DELETE FROM user_search_trigram WHERE rowid = ?')
  const index = db.prepare('INSERT INTO user_search_trigram (rowid, text) VALUES (?, ?)')
  return (person) => {
    const nameKey = fold(`${person.lastName} ${person.firstName}`.trim())
    // An upsert that RETURNING ends always answers a row.
    const { id } = saved.get({ ...person, nameKey, licences: namesOf(person.licences) })!
    const text = textFor(person)
    const before = textOf.get(id)?.text
    if (before === text) return
    if (before !== undefined) unindex.run(id)
    saveText.run(id, text)
    index.run(id, text)
  }
}

function prepareRemove(db: WriteDb): (userId: string) => void {
  const idOf = db.prepare<[string], { id: number }>('SELECT id FROM user_search WHERE user_id = ?')
  const removals = ['user_search_trigram WHERE rowid = ?', 'user_search_text WHERE id = ?', 'user_search WHERE id = ?']
  const remove = removals.map((from) => db.prepare(`DELETE FROM ${from}`))
  return (userId) => {
    const id = idOf.get(userId)?.id
    if (id !== undefined) for (const one of remove) one.run(id)
  }
}

function namesOf(lines: string | null): string {
  return (lines ?? '').split('\n').toSorted().join(', ')
}

function textFor({ firstName, lastName, userName, email, extension, numbers }: Facts): string {
  return fold([`${firstName} ${lastName}`, userName, email, extension ?? '', numbers ?? '', '', ''].join('\n'))
}
