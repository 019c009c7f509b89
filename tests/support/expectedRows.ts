import { ruleName } from '../../src/shared/offboarding/data.ts'
import type { Effect } from '../../src/shared/offboarding/effects.ts'
import type { Plan } from '../../src/shared/offboarding/plan.ts'
import type { NewProfile } from '../../src/shared/offboarding/choices.ts'
import { copyOf, type Dump, type Row } from './databaseDump.ts'

type Scene = {
  dump: Dump
  /** The rows of a table as they were before the run, to be changed. */
  rows(table: string): Row[]
  /** Undefined when the plan is about an extension or about messages. */
  person: Row | undefined
  extension: Row | undefined
  /** Phone numbers on no extension that the plan puts on this one. */
  asked: Row[]
  /** The messages that the plan is about, all of them. */
  messages: Row[]
  remove(table: string, rows: readonly Row[]): void
  at: string
}
type Telling = { rowsOf(scene: Scene): Row[]; apply(scene: Scene, effect: Effect): void }

const leaveAlone = (): void => {}
const onExtension =
  (table: string) =>
  ({ rows, extension }: Scene): Row[] =>
    extension === undefined ? [] : rows(table).filter((row) => row['extension_id'] === extension['id'])
const ofPerson =
  (table: string, only: (row: Row) => boolean = () => true) =>
  ({ rows, person }: Scene): Row[] =>
    person === undefined ? [] : rows(table).filter((row) => row['user_id'] === person['id'] && only(row))
const kept = (rowsOf: Telling['rowsOf']): Telling => ({ rowsOf, apply: leaveAlone })
const removable = (table: string, rowsOf: Telling['rowsOf'] = onExtension(table)): Telling => ({
  rowsOf,
  apply: (scene, { fate }) => {
    if (fate === 'removed') scene.remove(table, rowsOf(scene))
  },
})
const cleared = (...columns: string[]): Telling => ({
  rowsOf: ({ extension }) =>
    extension !== undefined && columns.some((column) => extension[column] !== null) ? [extension] : [],
  apply: ({ extension }, { fate }) => {
    if (fate === 'removed') for (const column of columns) extension![column] = null
  },
})

/** What each effect of a plan says of the rows, told without the code that carries it out. */
const tellings: Record<Effect['what'], Telling> = {
  signIn: {
    rowsOf: ({ person }) => [person!],
    apply: (scene, { fate, step }) => {
      if (step === 'activate') scene.person!['sign_in_revoked'] = 0
      if (fate !== 'removed') return
      scene.person!['sign_in_revoked'] = 1
      for (const session of ofPerson('user_session', (row) => row['ended_at'] === null)(scene))
        session['ended_at'] = scene.at
    },
  },
  profile: {
    rowsOf: ({ person }) => [person!],
    apply: ({ person, at }, { fate, step, where }) => {
      if (step === 'activate') Object.assign(person!, { status: 'ACTIVE', left_at: null })
      if (where.includes('is not the day of leaving any more')) person!['leaves_on'] = null
      if (fate === 'frozen') Object.assign(person!, { status: 'INACTIVE', left_at: at })
      if (fate === 'removed') Object.assign(person!, { status: 'DELETED', left_at: person!['left_at'] ?? at })
    },
  },
  extension: {
    rowsOf: ({ extension }) => (extension === undefined ? [] : [extension]),
    apply: (scene, { step }) => {
      if (step === 'reset' || step === 'delete' || step === 'assignProfile') tellFreed(scene)
    },
  },
  phoneNumber: {
    rowsOf: (scene) => [...onExtension('phone_number')(scene), ...scene.asked],
    apply: (scene, effect) => {
      for (const row of [...onExtension('phone_number')(scene), ...scene.asked])
        if (effect.items.includes(String(row['phone_number']))) tellNumber(scene, effect, row)
    },
  },
  voicemailMessage: {
    rowsOf: ({ messages }) => messages,
    apply: (scene, effect) => {
      const { messages } = scene
      if (effect.fate === 'removed') scene.remove('voicemail_message', messages)
      if (effect.fate === 'moved')
        for (const row of messages) {
          row['arrived_extension_id'] ??= row['extension_id']
          Object.assign(row, { extension_id: targetOf(scene, effect)['id'], is_hidden: 0 })
        }
      if (effect.step === 'assignProfile') tellSeen(messages, effect)
    },
  },
  greeting: removable('greeting'),
  voicemailNotification: cleared('voicemail_email', 'voicemail_notification'),
  callerId: cleared('external_caller_id_name', 'external_caller_id_number'),
  emergencyAddress: cleared('emergency_address'),
  forwardingRule: {
    rowsOf: onExtension('forwarding_rule'),
    apply: (scene, { fate, step, count, items }) => {
      const all = onExtension('forwarding_rule')(scene).filter((row) => items.includes(nameOfRule(row)))
      const gone = step === 'forwardCalls' ? all : all.filter((row) => row['set_by'] === 'user')
      if (fate === 'removed') scene.remove('forwarding_rule', gone.slice(0, count))
    },
  },
  preference: removable('preference'),
  device: {
    rowsOf: onExtension('device'),
    apply: (scene, { where }) => {
      if (where === 'Retired') for (const row of onExtension('device')(scene)) row['status'] = 'RETIRED'
    },
  },
  licence: {
    rowsOf: ofPerson('licence'),
    apply: (scene, { fate }) => {
      if (fate === 'moved') for (const row of ofPerson('licence')(scene)) row['user_id'] = null
    },
  },
  ringGroup: removable('ring_group_member'),
  callQueue: removable('call_queue_member'),
  callLog: {
    rowsOf: onExtension('call_log'),
    apply: (scene, effect) => {
      if (effect.fate === 'removed') scene.remove('call_log', onExtension('call_log')(scene))
      if (effect.step === 'assignProfile') tellSeen(onExtension('call_log')(scene), effect)
    },
  },
  callRecord: kept(({ rows, person }) =>
    rows('call_record').filter((row) => [row['caller_user_id'], row['callee_user_id']].includes(person!['id'])),
  ),
  billingRecord: kept(ofPerson('billing_record')),
  chatMessage: kept(ofPerson('chat_message')),
  meeting: removable('meeting', ofPerson('meeting')),
  contact: removable('contact', ofPerson('contact')),
  fax: kept(ofPerson('other_product_record', (row) => row['product'] === 'fax')),
  textMessage: kept(ofPerson('other_product_record', (row) => row['product'] === 'sms')),
}

/**
 * The database as the plan's effects say that it will be, and where an effect does not count what is there. New rows
 * (a rule for callers, a profile) take their ids from the database after the run.
 */
export function asPlanned(
  before: Dump,
  { plan, chosen = [] }: { plan: Plan; chosen?: readonly string[] },
  after: Dump,
  at: string,
): { dump: Dump; miscounted: string[] } {
  const dump = copyOf(before)
  const rows = (table: string): Row[] => [...(dump.get(table)?.values() ?? [])]
  const { subject } = plan
  const person = subject.kind === 'person' ? dump.get('user')!.get(subject.userId)! : undefined
  const extension = rows('extension').find((row) =>
    subject.kind === 'extension'
      ? row['id'] === subject.extensionId
      : person !== undefined && row['user_id'] === person['id'],
  )
  const reclaimed = plan.steps.flatMap(({ action }) => (action.kind === 'reclaimNumber' ? [action.phoneNumber] : []))
  const asked = rows('phone_number').filter((row) => reclaimed.includes(String(row['phone_number'])))
  const messages = rows('voicemail_message').filter((row) =>
    subject.kind === 'messages'
      ? chosen.includes(String(row['id']))
      : extension !== undefined && row['extension_id'] === extension['id'],
  )
  const remove = (table: string, gone: readonly Row[]): void => {
    for (const [key, row] of dump.get(table)!) if (gone.includes(row)) dump.get(table)!.delete(key)
  }
  const scene = { dump, rows, person, extension, asked, messages, remove, at }
  const miscounted = plan.effects.flatMap(({ what }) => {
    const said = plan.effects
      .filter((one) => one.what === what && one.made !== true)
      .reduce((sum, one) => sum + one.count, 0)
    const there = tellings[what].rowsOf(scene).length
    return said === there ? [] : [`${what}: the plan says ${said}, there are ${there}`]
  })
  for (const effect of plan.effects) tellings[effect.what].apply(scene, effect)
  addNewRows(scene, plan, after)
  // When a user was changed last says nothing of what became of their data.
  if (person !== undefined)
    person['last_updated_time'] = after.get('user')!.get(String(person['id']))!['last_updated_time']
  return { dump, miscounted }
}

function nameOfRule(row: Row): string {
  return ruleName(row as Parameters<typeof ruleName>[0])
}

/** Who had the extension is remembered. */
function tellFreed({ dump, extension, at }: Scene): void {
  const [extensionId, user] = [String(extension!['id']), extension!['user_id']]
  if (typeof user !== 'string') return
  extension!['user_id'] = null
  const row = { extension_id: extensionId, until: at, user_id: user }
  dump.get('extension_former_user')!.set(`${extensionId} ${at} ${user}`, row)
}

function tellSeen(rows: readonly Row[], { seenBy }: Effect): void {
  for (const row of rows) row['is_hidden'] = seenBy === 'Administrators' ? 1 : 0
}

function tellNumber(scene: Scene, effect: Effect, row: Row): void {
  const nobody = { extension_id: null, is_primary: 0 }
  if (effect.fate === 'frozen') Object.assign(row, nobody, { status: 'PARKED', parked_until: effect.until })
  if (effect.fate === 'removed') Object.assign(row, nobody, { status: 'RELEASED', reclaimable_until: effect.until })
  if (effect.fate !== 'moved') return
  const target = targetOf(scene, effect)
  const first = !scene
    .rows('phone_number')
    .some((one) => one['extension_id'] === target['id'] && one['is_primary'] === 1)
  Object.assign(row, { extension_id: target['id'], is_primary: first ? 1 : 0 })
  if (effect.step === 'reclaimNumber')
    Object.assign(row, { status: 'ASSIGNED', parked_until: null, reclaimable_until: null })
}

function targetOf({ rows }: Scene, { where }: Effect): Row {
  const number = /Extension (\d+)/.exec(where)?.[1]
  return rows('extension').find((row) => row['extension_number'] === number)!
}

function addNewRows(scene: Scene, plan: Plan, after: Dump): void {
  for (const { action } of plan.steps) {
    if (action.kind === 'forwardCalls') addRule(scene, action.to, after)
    if (action.kind === 'assignProfile') addProfile(scene, action.profile, after)
  }
}

function addRule({ dump, extension }: Scene, to: string, after: Dump): void {
  const rule = {
    extension_id: extension!['id'],
    condition: 'UNCONDITIONALLY',
    destination_type: to.startsWith('+') ? 'EXTERNAL_NUMBER' : 'EXTENSION_NUMBER',
    destination: to,
    enabled: 1,
    set_by: 'administrator',
  }
  const isIt = ([, row]: [string, Row]) =>
    row['extension_id'] === rule.extension_id && row['condition'] === 'UNCONDITIONALLY' && row['destination'] === to
  const [id = 'the new rule'] = [...after.get('forwarding_rule')!].find(isIt) ?? []
  dump.get('forwarding_rule')!.set(id, { id, ...rule })
}

function addProfile({ dump, extension, at, rows }: Scene, profile: NewProfile, after: Dump): void {
  const site = rows('site').find((row) => row['id'] === extension!['site_id'])!
  const isIt = ([, row]: [string, Row]) => row['user_name'] === profile.userName && row['status'] !== 'DELETED'
  const [id = 'the new profile'] = [...after.get('user')!].find(isIt) ?? []
  extension!['user_id'] = id
  dump.get('user')!.set(id, {
    id,
    user_name: profile.userName,
    first_name: profile.firstName,
    last_name: profile.lastName,
    primary_email: profile.primaryEmail,
    status: 'ACTIVE',
    sign_in_revoked: 0,
    locale: site['locale'],
    timezone: site['timezone'],
    site_id: site['id'],
    department: '',
    job_title: '',
    role: 'none',
    scim_provider: null,
    legal_hold: null,
    leaves_on: null,
    created_time: at,
    last_updated_time: at,
    left_at: null,
  })
}
