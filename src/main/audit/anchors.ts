import type { AuditProblem } from '../../shared/audit/verification.ts'
import type { ReadDb } from '../db/sql.ts'
import { areMissing, problem } from './findings.ts'
import { readLinkAt, type AuditLink } from './repository.ts'

/** An entry that a place outside the database knows, and where: "the head file", "the archive 2026-11-23 …". */
export type Anchor = AuditLink & { source: string }

/** Compares the chain with what was noted outside of it: the only way to see that its end was cut off or written anew. */
export function compareAnchors(db: ReadDb, anchors: readonly Anchor[], last: number): AuditProblem[] {
  const beyond = anchors.filter((anchor) => anchor.seq > last).toSorted((a, b) => b.seq - a.seq)
  const furthest = beyond[0]
  const cut =
    furthest === undefined
      ? []
      : [
          problem(
            'cutTail',
            last + 1,
            furthest.seq,
            `${areMissing(last + 1, furthest.seq).slice(0, -1)} at the end: ${furthest.source} knows entry ${furthest.seq}.`,
          ),
        ]
  const rewritten = anchors
    .filter((anchor) => anchor.seq <= last)
    .flatMap(({ seq, hash, source }) => {
      const link = readLinkAt(db, seq)
      // A hole in the chain is a problem of its own.
      if (link === null || link.seq !== seq || link.hash === hash) return []
      return [problem('rewritten', seq, seq, `Entry ${seq} is not the one that ${source} knows.`)]
    })
  return [...rewritten, ...cut]
}
