import type { AuditVerification } from '../../shared/audit/verification.ts'
import type { ReadDb } from '../db/sql.ts'
import { compareAnchors, type Anchor } from './anchors.ts'
import { findings } from './findings.ts'
import { genesis, readAuditHead } from './repository.ts'
import { addFault, walkChain, type Segment, type Walk } from './walkChain.ts'

const listed = 100

/** Where the chain is walked: here, or part by part in threads. */
export type Walker = (segments: readonly Segment[]) => Promise<Walk[]>

/** Walks on this connection, at once. */
function walkHere(db: ReadDb): Walker {
  return (segments) => Promise.resolve(segments.map((segment) => walkChain(db, segment)))
}

/**
 * Says whether the chain is whole: edited, deleted, inserted and reordered entries are found in the chain itself, a cut
 * tail and a chain that was written anew by the anchors. What is appended meanwhile is not looked at.
 */
export async function verifyAudit(
  db: ReadDb,
  anchors: readonly Anchor[],
  { walk = walkHere(db), parts = 1 }: { walk?: Walker; parts?: number } = {},
): Promise<AuditVerification> {
  const head = readAuditHead(db)
  const whole = joined(await walk(segmentsOf(head?.seq ?? 0, parts)))
  const outside = compareAnchors(db, anchors, head?.seq ?? 0)
  const problems = [...findings(whole.faults, head?.seq ?? 0), ...outside]
  const problemCount = problems.length + whole.faultCount - whole.faults.length
  return {
    valid: problemCount === 0,
    entries: whole.entries,
    head,
    anchors: anchors.length,
    problems: problems.slice(0, listed),
    problemCount,
  }
}

/** Equal parts; each stores the hash that the next one begins from, so they can be walked side by side. */
function segmentsOf(last: number, parts: number): Segment[] {
  return Array.from({ length: parts }, (_, part) => ({
    after: part === 0 ? null : Math.floor((last * part) / parts),
    upTo: Math.floor((last * (part + 1)) / parts),
  }))
}

function joined(walks: readonly Walk[]): Walk {
  const whole: Walk = { entries: 0, faults: [], faultCount: 0, last: genesis }
  for (const { entries, faults, faultCount, last } of walks) {
    whole.entries += entries
    for (const fault of faults) addFault(whole, fault)
    whole.faultCount += faultCount - faults.length
    whole.last = last
  }
  return whole
}
