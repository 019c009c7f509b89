import { z } from 'zod'
import type { ReadDb } from '../db/sql.ts'
import {
  genesis,
  hashOf,
  namesLink,
  readLinkAt,
  storedEntries,
  type AuditLink,
  type StoredEntry,
} from './repository.ts'

/** A part of the chain: entries after one place (null: whatever stands first) up to another. */
export type Segment = { after: number | null; upTo: number }
/** Neighbors with the same fault; shift says how far from its own place a moved entry stands. */
export type Fault = { kind: 'changed' | 'missing' | 'moved' | 'exchanged'; seq: number; lastSeq: number; shift: number }
export type Walk = { entries: number; faults: Fault[]; faultCount: number; last: AuditLink }

/** More than anyone reads; the others are counted. */
const kept = 1000
const written = z.object({ seq: z.int(), previousHash: z.string() })

/** Reads entries in order and compares each with its hash, with its place and with the entry before it. */
export function walkChain(db: ReadDb, { after, upTo }: Segment): Walk {
  const walk: Walk = { entries: 0, faults: [], faultCount: 0, last: startOf(db, after) }
  for (const entries of storedEntries(db, after ?? Number.MIN_SAFE_INTEGER, upTo)) {
    for (const entry of entries) step(walk, entry)
  }
  return walk
}

function step(walk: Walk, entry: StoredEntry): void {
  const [seq, content, hash] = entry
  walk.entries += 1
  const intact = hashOf(content) === hash
  if (!intact || seq !== walk.last.seq + 1 || !namesLink(content, walk.last, seq)) {
    for (const fault of faultsOf(entry, intact, walk)) addFault(walk, fault)
  }
  walk.last = { seq, hash }
}

function startOf(db: ReadDb, after: number | null): AuditLink {
  return (after === null ? null : readLinkAt(db, after)) ?? genesis
}

function faultsOf([seq, content, hash]: StoredEntry, intact: boolean, { last, faults }: Walk): Fault[] {
  const gap: Fault[] = seq > last.seq + 1 ? [{ kind: 'missing', seq: last.seq + 1, lastSeq: seq - 1, shift: 0 }] : []
  const here = { seq, lastSeq: seq }
  const own = written.safeParse(parsed(content))
  if (!intact || !own.success || hash === '') return [...gap, { kind: 'changed', ...here, shift: 0 }]
  const shift = seq - own.data.seq
  if (shift !== 0) return [...gap, { kind: 'moved', ...here, shift }]
  // Whatever is wrong with the entry before, or missing there, explains that this one does not follow it.
  const explained = gap.length > 0 || faults.at(-1)?.lastSeq === last.seq
  if (explained || own.data.previousHash === last.hash) return gap
  return [{ kind: 'exchanged', ...here, shift: 0 }]
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    return null
  }
}

/** Adds a fault, to its neighbor if that has the same. */
export function addFault(walk: Pick<Walk, 'faults' | 'faultCount'>, fault: Fault): void {
  const last = walk.faults.at(-1)
  const same = last?.kind === fault.kind && last.shift === fault.shift && last.lastSeq + 1 === fault.seq
  if (same && fault.kind !== 'exchanged') last.lastSeq = fault.lastSeq
  else {
    walk.faultCount += 1
    if (walk.faults.length < kept) walk.faults.push({ ...fault })
  }
}
