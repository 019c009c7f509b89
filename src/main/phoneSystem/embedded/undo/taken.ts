import { ruleName } from '../../../../shared/offboarding/data.ts'
import { setByStep } from '../../../../shared/offboarding/steps/undo.ts'
import { takenByStep, type TakenByStep, type TakenItem } from '../../../../shared/offboarding/taken.ts'
import type { ReadDb } from '../../../db/sql.ts'
import { statesLeft, type Image, type ImageOf } from './image.ts'

type Found = { items: TakenItem[]; person?: TakenByStep['person']; extension?: TakenByStep['extension'] }

/** What an action took, and how all of it is now. */
export function readTaken(db: ReadDb, image: Image): TakenByStep {
  return takenByStep.parse({ person: null, extension: null, ...foundOf(db, image) })
}

function foundOf(db: ReadDb, image: Image): Found {
  switch (image.kind) {
    case 'signIn':
      return signIn(db, image)
    case 'status':
      return status(db, image)
    case 'licences':
      return { person: personOf(db, image.userId), items: licences(db, image) }
    case 'groups':
      return { ...on(db, image), items: groups(db, image) }
    case 'forwarding':
      return forwarding(db, image)
    case 'number':
      return { ...on(db, image), items: [number(db, image)] }
    case 'voicemail':
      return { ...on(db, image), items: voicemail(db, image) }
  }
}

const one = (what: TakenItem['what'], key: string, name: string, now: string | null): TakenItem => {
  return { what, key, name, count: 1, there: now === null, now: now ?? 'As the step left it' }
}

function signIn(db: ReadDb, { userId, revoked }: ImageOf<'signIn'>): Found {
  const person = personOf(db, userId)
  const allowed = person?.signInRevoked === false ? 'Sign-in is allowed' : null
  return { person, items: [one('signIn', revoked === 1 ? 'blocked' : 'allowed', 'Sign-in', allowed)] }
}

function status(db: ReadDb, { userId, revoked }: ImageOf<'status'>): Found {
  const person = personOf(db, userId)
  const changed = person?.status === 'INACTIVE' ? null : 'The user is not deactivated'
  const records = db
    .prepare<[string], { product: 'fax' | 'sms'; n: number }>(
      'SELECT product, count(*) AS n FROM other_product_record WHERE user_id = ? GROUP BY product ORDER BY product',
    )
    .all(userId)
  return {
    person,
    items: [
      one('profile', '', 'User profile', changed),
      one('signIn', revoked === 1 ? 'blocked' : 'allowed', 'Sign-in', changed),
      ...(changed === null ? records : []).map(({ product, n }): TakenItem => {
        const what = product === 'fax' ? 'fax' : 'textMessage'
        return { what, key: '', name: product, count: n, there: true, now: 'Other products' }
      }),
    ],
  }
}

function licences(db: ReadDb, image: ImageOf<'licences'>): TakenItem[] {
  const find = db.prepare<[string], { userId: string | null }>('SELECT user_id AS userId FROM licence WHERE id = ?')
  return image.licences.map(({ id, name }) => {
    const found = find.get(id)
    if (found === undefined) return one('licence', id, name, 'It does not exist any more')
    return one('licence', id, name, found.userId === null ? null : 'It is assigned to somebody')
  })
}

function groups(db: ReadDb, { extensionId, ringGroups, callQueues }: ImageOf<'groups'>): TakenItem[] {
  const now = (table: 'ring_group' | 'call_queue', id: string): string | null => {
    if (db.prepare(`SELECT 1 FROM ${table} WHERE id = ?`).get(id) === undefined) return 'It does not exist any more'
    const member = db.prepare(`SELECT 1 FROM ${table}_member WHERE ${table}_id = ? AND extension_id = ?`)
    return member.get(id, extensionId) === undefined ? null : 'The extension is a member again'
  }
  return [
    ...ringGroups.map(({ id, name }) => one('ringGroup', id, name, now('ring_group', id))),
    ...callQueues.map(({ id, name }) => one('callQueue', id, name, now('call_queue', id))),
  ]
}

/** A person's own rules are personal: they come back to that person alone. */
function forwarding(db: ReadDb, image: ImageOf<'forwarding'>): Found {
  const place = on(db, image)
  const same = place.extension?.holder?.same === true
  const set = db
    .prepare<[string], { condition: 'UNCONDITIONALLY'; destination: string }>(
      'SELECT condition, destination FROM forwarding_rule WHERE id = ?',
    )
    .get(image.set)
  const gone = 'The forwarding was changed'
  const items = image.rules.map((rule) => {
    const personal = rule.set_by === 'user' && !same ? 'It was the own rule of somebody who left the extension' : null
    const condition = rule.condition as Parameters<typeof ruleName>[0]['condition']
    const name = ruleName({ condition, destination: rule.destination })
    return one('forwardingRule', rule.id, name, set === undefined ? gone : personal)
  })
  const own = one(
    'forwardingRule',
    setByStep,
    set === undefined ? 'The rule of the step' : ruleName(set),
    set === undefined ? gone : null,
  )
  return { ...place, items: [own, ...items] }
}

function number(db: ReadDb, { phoneNumber, after }: ImageOf<'number'>): TakenItem {
  const row = db
    .prepare<[string], { status: string; extensionId: string | null; number: string | null }>(
      `SELECT phone_number.status, extension.id AS extensionId, extension_number AS number
        FROM phone_number LEFT JOIN extension ON extension.id = extension_id WHERE phone_number = ?`,
    )
    .get(phoneNumber)
  if (row === undefined) return one('phoneNumber', phoneNumber, phoneNumber, 'It does not exist any more')
  const same = statesLeft(after).includes(row.status) && row.extensionId === after.extension_id
  const where = row.number === null ? `It is ${row.status.toLowerCase()}` : `It is on extension ${row.number}`
  return one('phoneNumber', phoneNumber, phoneNumber, same ? null : where)
}

function voicemail(db: ReadDb, { to, messages }: ImageOf<'voicemail'>): TakenItem[] {
  const there = db
    .prepare<[string, string], { n: number }>(
      'SELECT count(*) AS n FROM voicemail_message WHERE extension_id = ? AND id IN (SELECT value FROM json_each(?))',
    )
    .get(to, JSON.stringify(messages))!.n
  const gone = messages.length - there
  const some = (count: number, name: string, now: string | null): TakenItem[] =>
    count === 0 ? [] : [{ ...one('voicemailMessage', '', name, now), count }]
  return [
    ...some(there, 'Voicemail messages', null),
    ...some(gone, `${gone} voicemail ${gone === 1 ? 'message' : 'messages'}`, 'not on that extension any more'),
  ]
}

/** The extension of an action, and whether who had it then still has it. */
function on(
  db: ReadDb,
  { extensionId, holder }: { extensionId: string; holder: string | null },
): { extension: TakenByStep['extension']; person: TakenByStep['person'] } {
  const row = db
    .prepare<[string], { extensionNumber: string; userId: string | null; name: string; status: string }>(
      `SELECT extension_number AS extensionNumber, user_id AS userId, trim(first_name || ' ' || last_name) AS name, status
        FROM extension LEFT JOIN user ON user.id = user_id WHERE extension.id = ?`,
    )
    .get(extensionId)
  const person = holder === null ? null : personOf(db, holder)
  if (row === undefined) return { extension: null, person }
  const { extensionNumber, userId, name, status: stored } = row
  const now = userId === null ? null : { name, status: stored as 'ACTIVE', same: userId === holder }
  return { extension: { extensionNumber, holder: now }, person }
}

function personOf(db: ReadDb, userId: string): TakenByStep['person'] {
  const row = db
    .prepare<[string], { name: string; status: 'ACTIVE'; revoked: number }>(
      "SELECT trim(first_name || ' ' || last_name) AS name, status, sign_in_revoked AS revoked FROM user WHERE id = ?",
    )
    .get(userId)
  return row === undefined ? null : { name: row.name, status: row.status, signInRevoked: row.revoked === 1 }
}
