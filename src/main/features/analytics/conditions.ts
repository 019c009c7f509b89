import type { AnalyticsFilter } from '../../../shared/analytics/model.ts'

export type Values = Readonly<Record<string, string | number | null>>
/**
 * Which calls: each arm can be read by an index of its own, and no call is in two of them. time is how conditions name
 * the time of a call: a plus keeps SQLite from the index on it where the one on the number is the better.
 */
export type CallConditions = { arms: readonly string[]; time: string; values: Values }

type Side = 'caller' | 'callee'

/** Everyone who has left, by the index on left_at. */
export const gone = '(SELECT id FROM user WHERE left_at IS NOT NULL)'

const directions = {
  outgoing: 'caller_user_id IS NOT NULL AND callee_user_id IS NULL',
  incoming: 'caller_user_id IS NULL AND callee_user_id IS NOT NULL',
  internal: 'caller_user_id IS NOT NULL AND callee_user_id IS NOT NULL',
} as const

/** commonNumber: so many calls have it that their order in time finds them sooner than the index on numbers. */
export function callConditions(filter: AnalyticsFilter, commonNumber = false): CallConditions {
  const values: Record<string, string> = {}
  const common: string[] = []
  const party = partyOf(filter, values)
  const number = numberOf(filter, values)
  const byNumber = party === null && number !== null && !commonNumber
  const time = byNumber ? '+started_at' : 'started_at'
  if (filter.direction !== undefined) common.push(directions[filter.direction])
  if (filter.from !== undefined) {
    common.push(`${time} >= @from`)
    values['from'] = filter.from
  }
  if (filter.to !== undefined) {
    // The day itself counts.
    common.push(`${time} < date(@to, '+1 day')`)
    values['to'] = filter.to
  }
  if (number !== null && !byNumber) common.push(`(${number('+caller')} OR ${number('+callee')})`)
  const sided = byNumber ? number : party
  const arms = sided === null ? [[]] : [[sided('caller')], [sided('callee'), `(${sided('caller')}) IS NOT TRUE`]]
  return { arms: arms.map((arm) => [...arm, ...common].join(' AND ') || 'TRUE'), time, values }
}

/** Whether a filter leaves the calls of someone or some number, not all calls of some days. */
export function isOfSomeone({ userId, extension, number, goneOnly }: AnalyticsFilter): boolean {
  return userId !== undefined || extension !== undefined || number !== undefined || goneOnly
}

/** Whose calls: the person, the extension and the leaver are one side of the call. */
function partyOf(filter: AnalyticsFilter, values: Record<string, string>): ((side: Side) => string) | null {
  const { userId, extension, goneOnly } = filter
  if (userId === undefined && extension === undefined && !goneOnly) return null
  if (userId !== undefined) values['userId'] = userId
  if (extension !== undefined) values['extension'] = extension
  return (side) =>
    [
      ...(userId === undefined ? [] : [`${side}_user_id = @userId`]),
      ...(extension === undefined ? [] : [`${side}_extension = @extension`]),
      ...(goneOnly ? [`${side}_user_id IN ${gone}`] : []),
    ].join(' AND ')
}

/** Numbers are found by their beginning, which an index can; +1212 is also meant by 1212. A plus before a side keeps SQLite from that index. */
function numberOf(
  { number }: AnalyticsFilter,
  values: Record<string, string>,
): ((side: Side | `+${Side}`) => string) | null {
  if (number === undefined) return null
  values['number'] = number
  values['numberEnd'] = `${number}:`
  const within = (side: string, from: string, end: string): string =>
    `(${side}_number >= ${from} AND ${side}_number < ${end})`
  if (number.startsWith('+')) return (side) => within(side, '@number', '@numberEnd')
  values['plus'] = `+${number}`
  values['plusEnd'] = `+${number}:`
  return (side) => `(${within(side, '@number', '@numberEnd')} OR ${within(side, '@plus', '@plusEnd')})`
}

/** Bills know the person and the month. */
export function billConditions({ userId, goneOnly, from, to }: AnalyticsFilter): { where: string; values: Values } {
  const parts = [
    ...(userId === undefined ? [] : ['user_id = @userId']),
    ...(goneOnly ? [`user_id IN ${gone}`] : []),
    ...(from === undefined ? [] : ['month >= @firstMonth']),
    ...(to === undefined ? [] : ['month <= @lastMonth']),
  ]
  const values = {
    ...(userId !== undefined && { userId }),
    ...(from !== undefined && { firstMonth: from.slice(0, 7) }),
    ...(to !== undefined && { lastMonth: to.slice(0, 7) }),
  }
  return { where: parts.length === 0 ? 'TRUE' : parts.join(' AND '), values }
}
