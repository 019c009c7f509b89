import { endOfDay, startOfDay } from '../../../shared/analytics/localDays.ts'
import type { AnalyticsFilter, BillFilter, CallSide } from '../../../shared/analytics/model.ts'

export type Values = Readonly<Record<string, string>>
/**
 * Which calls: each arm can be read by an index of its own, and no call is in two of them. time is how conditions name
 * the time of a call: a plus keeps SQLite from the index on it where another is the better, or none.
 */
export type CallConditions = { arms: readonly string[]; time: string; values: Values; through: Through }
/** How all of the calls are found: among all rows, by an index on people and time, or by one on numbers, which are few. */
export type Through = 'rows' | 'time' | 'numbers'
export type Surroundings = {
  /** The IANA zone whose days are meant. */
  zone: string
  /** So many calls fit what is asked of their sides that their order in time finds them sooner than an index on a side. */
  common?: boolean
  /** Only some calls are looked at: each asks for its people, instead of a list of all people who fit. */
  few?: boolean
}

type Side = 'caller' | 'callee'
/** A plus before the columns of a side keeps SQLite from their index. */
type Asked = (side: Side, plus: '' | '+') => string

const otherSide = { caller: 'callee', callee: 'caller' } as const

const directions = {
  outgoing: 'caller_user_id IS NOT NULL AND callee_user_id IS NULL',
  incoming: 'caller_user_id IS NULL AND callee_user_id IS NOT NULL',
  internal: 'caller_user_id IS NOT NULL AND callee_user_id IS NOT NULL',
} as const

export function callConditions(
  filter: AnalyticsFilter,
  { zone, common = false, few = false }: Surroundings,
): CallConditions {
  const values: Record<string, string> = {}
  const asked = askedOf(filter, values, few)
  const peer = filter.peer === undefined ? null : ofSide(filter.peer, 'peer', values)
  const through = asked.length === 0 || common ? 'rows' : filter.who?.kind === 'number' ? 'numbers' : 'time'
  // The first of all rows are found by their time; all of them sooner without it.
  const time = through === 'time' || (through === 'rows' && few) ? 'started_at' : '+started_at'
  const rest = ofCall(filter, { time, zone }, values)
  // The first is found by an index; the others are looked at in what it finds.
  const on = (side: Side): string =>
    [
      ...asked.map((one, index) => one(side, common || index > 0 ? '+' : '')),
      ...(peer === null ? [] : [peer(otherSide[side], '+')]),
    ].join(' AND ')
  const arms = armsOf(asked.length === 0 ? null : on, common)
  return { arms: arms.map((arm) => [...arm, ...rest].join(' AND ') || 'TRUE'), time, values, through }
}

function armsOf(on: ((side: Side) => string) | null, common: boolean): string[][] {
  if (on === null) return [[]]
  if (common) return [[`((${on('caller')}) OR (${on('callee')}))`]]
  return [[on('caller')], [on('callee'), `(${on('caller')}) IS NOT TRUE`]]
}

/** Whether a filter leaves the calls of someone, not all calls of some days. */
export function isOfSomeone({ who, site, goneOnly }: AnalyticsFilter): boolean {
  return who !== undefined || site !== undefined || goneOnly
}

/** What one side of the call has to be, all of it the same side. */
function askedOf({ who, site, goneOnly }: AnalyticsFilter, values: Record<string, string>, few: boolean): Asked[] {
  if (site !== undefined) values['site'] = site
  return [
    ...(who === undefined ? [] : [ofSide(who, 'who', values)]),
    ...(goneOnly ? [ofPeople('left_at IS NOT NULL', few)] : []),
    ...(site === undefined ? [] : [ofPeople('site_id = @site', few)]),
  ]
}

/** What leads to the calls is a list of people; what is looked at in them can be asked of each. */
function ofPeople(condition: string, few: boolean): Asked {
  return (side, plus) =>
    few && plus === '+'
      ? `EXISTS (SELECT 1 FROM user WHERE user.id = ${side}_user_id AND ${condition})`
      : `${plus}${side}_user_id IN (SELECT id FROM user WHERE ${condition})`
}

function ofSide(given: CallSide, name: 'who' | 'peer', values: Record<string, string>): Asked {
  if (given.kind === 'number') return ofNumber(given.number, name, values)
  values[name] = given.kind === 'person' ? given.userId : given.extension
  const column = given.kind === 'person' ? 'user_id' : 'extension'
  return (side, plus) => `${plus}${side}_${column} = @${name}`
}

/** Numbers are found by their beginning, which an index can; +1212 is also meant by 1212. */
function ofNumber(number: string, name: string, values: Record<string, string>): Asked {
  values[name] = number
  values[`${name}End`] = `${number}:`
  const within = (column: string, from: string): string => `(${column} >= @${from} AND ${column} < @${from}End)`
  if (number.startsWith('+')) return (side, plus) => within(`${plus}${side}_number`, name)
  values[`${name}Plus`] = `+${number}`
  values[`${name}PlusEnd`] = `+${number}:`
  return (side, plus) =>
    `(${within(`${plus}${side}_number`, name)} OR ${within(`${plus}${side}_number`, `${name}Plus`)})`
}

/** What is asked of the call itself. */
function ofCall(
  { direction, disposition, from, to }: AnalyticsFilter,
  { time, zone }: { time: string; zone: string },
  values: Record<string, string>,
): string[] {
  if (disposition !== undefined) values['disposition'] = disposition
  if (from !== undefined) values['from'] = startOfDay(from, zone)
  if (to !== undefined) values['to'] = endOfDay(to, zone)
  return [
    ...(direction === undefined ? [] : [directions[direction]]),
    ...(disposition === undefined ? [] : ['disposition = @disposition']),
    ...(from === undefined ? [] : [`${time} >= @from`]),
    ...(to === undefined ? [] : [`${time} < @to`]),
  ]
}

/** Bills know the person and the month. */
export function billConditions({ userId, site, goneOnly, from, to }: BillFilter): { where: string; values: Values } {
  const parts = [
    ...(userId === undefined ? [] : ['user_id = @userId']),
    ...(goneOnly ? ['user_id IN (SELECT id FROM user WHERE left_at IS NOT NULL)'] : []),
    ...(site === undefined ? [] : ['+user_id IN (SELECT id FROM user WHERE site_id = @site)']),
    ...(from === undefined ? [] : ['month >= @firstMonth']),
    ...(to === undefined ? [] : ['month <= @lastMonth']),
  ]
  const values = {
    ...(userId !== undefined && { userId }),
    ...(site !== undefined && { site }),
    ...(from !== undefined && { firstMonth: from.slice(0, 7) }),
    ...(to !== undefined && { lastMonth: to.slice(0, 7) }),
  }
  return { where: parts.length === 0 ? 'TRUE' : parts.join(' AND '), values }
}
