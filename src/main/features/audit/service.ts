import { basename } from 'node:path'
import type { AuditEntry, AuditFilter } from '../../../shared/audit/model.ts'
import type { AuditVerification } from '../../../shared/audit/verification.ts'
import { archiveAnchors } from '../../archive/auditHead.ts'
import { headFileAnchor, type HeadKeeper } from '../../audit/headFile.ts'
import { walkInThreads } from '../../audit/inThreads.ts'
import { auditFacets, readAudit, type AuditPage } from '../../audit/listRepository.ts'
import { appendAudit, readAuditHead, type AuditLink } from '../../audit/repository.ts'
import { verifyAudit } from '../../audit/verifyAudit.ts'
import type { Clock } from '../../clock.ts'
import { commitWhenFree } from '../../db/commitWhenFree.ts'
import type { WriteDb } from '../../db/sql.ts'
import { exportsOf } from '../../unfinished/saveExport.ts'
import { auditCsv } from './auditCsv.ts'
import { auditPages, findOnce, pageAudit } from './auditPages.ts'

/** So many entries are verified within a few milliseconds; more go to threads. */
const small = 5000
/** Two threads: the bar is set on two cores, and more would fight over the disk. */
const parts = 2

export type AuditService = ReturnType<typeof createAudit>

type Given = {
  db: WriteDb
  dataFolder: string
  clock: Clock
  operator: () => { name: string }
  head: Pick<HeadKeeper, 'foundMissing'>
  /** The built thread that verifies; null does it here. */
  auditWorker: string | null
}

/** The administration part of the audit: what operators and runs did, and whether the record of it is whole. */
export function createAudit({ db, dataFolder, clock, operator, head, auditWorker }: Given) {
  const saveFile = exportsOf(dataFolder)
  const find = findOnce()
  return {
    list: (filter: AuditFilter, offset: number, limit: number): Promise<AuditPage> =>
      pageAudit(db, filter, offset, limit, find),
    /** Oldest first. */
    entries: (): Generator<AuditEntry> => readAudit(db),
    facets: () => auditFacets(db),
    head: (): AuditLink | null => readAuditHead(db),

    /** Compares every entry with its hash and its neighbors, and the chain with the head file and the archives. */
    verify: async (): Promise<AuditVerification> => {
      const file = await headFileAnchor(db, dataFolder, head)
      const anchors = [...file.anchors, ...(await archiveAnchors(db))]
      const threads = auditWorker !== null && (readAuditHead(db)?.seq ?? 0) > small
      const verified = await verifyAudit(
        db,
        anchors,
        threads ? { walk: walkInThreads(auditWorker, dataFolder), parts } : {},
      )
      if (file.problems.length === 0) return verified
      const problems = [...verified.problems, ...file.problems]
      return { ...verified, valid: false, problems, problemCount: verified.problemCount + file.problems.length }
    },

    /** Writes what the filter lets through as CSV, newest first. Throws FILE_PROBLEM. */
    export: async (path: string, filter: AuditFilter): Promise<{ fileName: string; count: number; sha256: string }> => {
      // Asked now: the lock may fall while the file is written.
      const by = operator().name
      const fileName = basename(path)
      let count = 0
      const pages = async function* (): AsyncGenerator<AuditEntry[]> {
        for await (const entries of auditPages(db, filter)) {
          count += entries.length
          yield entries
        }
      }
      const { sha256 } = await saveFile(path, auditCsv(pages()), (saved) => {
        const detail = { count, filter, ...saved }
        return commitWhenFree(db, () =>
          appendAudit(db, clock, { operator: by, action: 'audit.export', subject: fileName, detail }),
        )
      })
      return { fileName, count, sha256 }
    },
  }
}
