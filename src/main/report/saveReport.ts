import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { Run } from '../../shared/offboarding/run.ts'
import { referenceOf } from '../../shared/offboarding/subject.ts'
import { appendAudit, readAuditHead } from '../audit/repository.ts'
import type { Clock } from '../clock.ts'
import { commitWhenFree } from '../db/commitWhenFree.ts'
import type { WriteDb } from '../db/sql.ts'
import type { Desktop } from '../desktop.ts'
import type { SaveFile } from '../files/savedFile.ts'
import { closingReport } from './closingReport.ts'

export type ReportFormat = 'html' | 'pdf'
export type ReportSaver = (run: Run, format: ReportFormat) => Promise<{ fileName: string } | null>

const kinds = { html: { name: 'Web page', extensions: ['html'] }, pdf: { name: 'PDF', extensions: ['pdf'] } } as const

type Given = {
  db: WriteDb
  desktop: Desktop
  clock: Clock
  version: string
  operator: () => { name: string }
  saveFile: SaveFile
}

/**
 * Saves the closing report where a dialog says; null when the dialog was cancelled. The report names the newest audit
 * entry, and the entry that follows names the hash of the report.
 */
export function createReportSaver({ db, desktop, clock, version, operator, saveFile }: Given): ReportSaver {
  return async (run, format) => {
    const path = await desktop.dialogs.saveFile({
      title: 'Save the closing report',
      suggestedName: `${nameOf(run)}.${format}`,
      kinds: [kinds[format]],
    })
    if (path === null) return null
    const by = operator().name
    const printedAt = clock.now().toISOString()
    const html = closingReport(run, { printedAt, software: `Offhook ${version}`, auditHead: readAuditHead(db) })
    const content = format === 'pdf' ? await desktop.printPdf(html) : Buffer.from(html)
    const fileName = basename(path)
    const detail = { run: run.id, file: fileName, sha256: createHash('sha256').update(content).digest('hex') }
    await commitWhenFree(db, () =>
      appendAudit(db, clock, {
        operator: by,
        action: 'run.report',
        subject: referenceOf(run.subject),
        detail,
      }),
    )
    await saveFile(path, [content])
    return { fileName }
  }
}

function nameOf({ createdAt, subject }: Run): string {
  const about = referenceOf(subject).replaceAll(/[^\w.@-]/g, '_')
  return `${createdAt.slice(0, 10)} ${about} ${subject.kind === 'person' ? 'offboarding' : 'report'}`
}
