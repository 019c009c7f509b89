import type { AuditProblem, AuditProblemKind } from '../../shared/audit/verification.ts'
import type { Fault } from './walkChain.ts'

type Range = { from: number; to: number }

/**
 * Faults as sentences. Entries that stand elsewhere also tell what is missing (nobody stands for a place any more) and
 * what was inserted (an entry stands in a place that another one was written for).
 */
export function findings(faults: readonly Fault[], last: number): AuditProblem[] {
  const moved = faults.filter((fault) => fault.kind === 'moved')
  const stands = moved.map(({ seq, lastSeq }) => ({ from: seq, to: lastSeq }))
  const belongs = moved.map(({ seq, lastSeq, shift }) => ({ from: seq - shift, to: lastSeq - shift }))
  const others = faults
    .filter((fault) => fault.kind !== 'moved' && fault.kind !== 'exchanged')
    .map(({ seq, lastSeq }) => ({ from: seq, to: lastSeq }))
  const furthest = Math.max(0, ...belongs.map(({ to }) => to))
  const missing = subtract(stands, belongs).filter(({ to }) => to <= furthest)
  const inserted = subtract(belongs, [...stands, ...others]).filter(({ from, to }) => from > 0 && to <= last)
  const problems = [
    ...faults.map(toProblem),
    ...missing.map(({ from, to }) => problem('missing', from, to, areMissing(from, to))),
    ...inserted.map(({ from, to }) => problem('inserted', from, to, `${entries(from, to)} inserted afterwards.`)),
  ]
  return problems.toSorted((a, b) => a.seq - b.seq)
}

/** "Entry 5", "Entries 5 to 9", with the verb. */
function entries(from: number, to: number, was = 'was', were = 'were'): string {
  return from === to ? `Entry ${from} ${was}` : `Entries ${from} to ${to} ${were}`
}

export function areMissing(from: number, to: number): string {
  return `${entries(from, to, 'is', 'are')} missing.`
}

export function problem(kind: AuditProblemKind, seq: number, lastSeq: number, message: string): AuditProblem {
  return { kind, seq, lastSeq, message }
}

function toProblem({ kind, seq, lastSeq, shift }: Fault): AuditProblem {
  const one = seq === lastSeq
  switch (kind) {
    case 'changed':
      return problem(kind, seq, lastSeq, `${entries(seq, lastSeq)} changed after being written.`)
    case 'missing':
      return problem(kind, seq, lastSeq, areMissing(seq, lastSeq))
    case 'moved': {
      const place = one ? `entry ${seq - shift}` : `entries ${seq - shift} to ${lastSeq - shift}`
      return problem(kind, seq, lastSeq, `${entries(seq, lastSeq)} written as ${place}.`)
    }
    case 'exchanged': {
      const message = `Entry ${seq} does not follow entry ${seq - 1}: one of the two was put in the place of another.`
      return problem(kind, seq, lastSeq, message)
    }
  }
}

/** What of the ranges none of the others covers. */
function subtract(ranges: readonly Range[], others: readonly Range[]): Range[] {
  return others.reduce<Range[]>(
    (left, { from, to }) =>
      left.flatMap((range) => {
        if (to < range.from || from > range.to) return [range]
        return [
          { from: range.from, to: from - 1 },
          { from: to + 1, to: range.to },
        ].filter((part) => part.from <= part.to)
      }),
    [...ranges],
  )
}
