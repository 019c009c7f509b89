import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Anchor } from '../audit/anchors.ts'
import type { AuditLink } from '../audit/repository.ts'
import type { ReadDb } from '../db/sql.ts'
import { inParallel } from '../files/inParallel.ts'
import { isRun, listArchivePaths } from './archiveRepository.ts'
import { parseBagInfo } from './bagInfo.ts'

/** The tag of bag-info.txt that names the newest audit entry at the time when the bag was sealed. */
export const auditHeadLabel = 'Offhook-Audit-Head'

export function formatAuditHead({ seq, hash }: AuditLink): string {
  return `${seq} ${hash}`
}

function parseAuditHead(text: string): AuditLink | null {
  const [, seq, hash] = /^(\d{1,15}) ([0-9a-f]{64})$/.exec(text) ?? []
  return seq === undefined || hash === undefined ? null : { seq: Number(seq), hash }
}

/** The anchors in the archives that runs of this data folder made, as far as their folders are there. */
export async function archiveAnchors(db: ReadDb): Promise<Anchor[]> {
  const anchors: Anchor[] = []
  await inParallel(listArchivePaths(db), 16, async ({ path, runId }) => {
    const text = await readFile(join(path, 'bag-info.txt'), 'utf8').catch(() => '')
    const tags = new Map(parseBagInfo(text).info)
    // A bag from elsewhere is anchored in another chain.
    if (runId === null && !isRun(db, tags.get('External-Identifier') ?? '')) return
    const head = parseAuditHead(tags.get(auditHeadLabel) ?? '')
    if (head !== null) anchors.push({ ...head, source: `the archive ${basename(path)}` })
  })
  return anchors
}
