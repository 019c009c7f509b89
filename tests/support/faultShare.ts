/**
 * `npm test` tries some of the points, evenly spread; OFFHOOK_FAULTS=all tries each, OFFHOOK_FAULTS=2/6 the second of six
 * parts of them.
 */
const asked = process.env['OFFHOOK_FAULTS'] ?? ''
export const wholeSet = asked !== ''
const [, part = '1', parts = '1'] = /^(\d+)\/(\d+)$/.exec(asked) ?? []
/** Into how many parts the whole set is cut. */
export const partCount = Number(parts)

/** The points, from 1, of a total that this run tries; few of them without being asked for all. */
export function pointsOf(total: number, few: number): number[] {
  const all = Array.from({ length: total }, (_, index) => index + 1)
  if (!wholeSet)
    return all.filter((at) => Math.floor((at * few) / (total + 1)) !== Math.floor(((at - 1) * few) / (total + 1)))
  return all.filter((at) => at % partCount === Number(part) - 1)
}
