import { basename } from 'node:path'
import type { Run } from '../../shared/offboarding/run.ts'
import type { Clock } from '../clock.ts'
import type { Desktop } from '../desktop.ts'
import { replaceFile } from '../files/replaceFile.ts'
import { closingReport } from './closingReport.ts'

export type ReportFormat = 'html' | 'pdf'
export type ReportSaver = (run: Run, format: ReportFormat) => Promise<{ fileName: string } | null>

const kinds = { html: { name: 'Web page', extensions: ['html'] }, pdf: { name: 'PDF', extensions: ['pdf'] } } as const

/** Saves the closing report where a dialog says; null when the dialog was cancelled. */
export function createReportSaver({
  desktop,
  clock,
  version,
}: {
  desktop: Desktop
  clock: Clock
  version: string
}): ReportSaver {
  return async (run, format) => {
    const path = await desktop.dialogs.saveFile({
      title: 'Save the closing report',
      suggestedName: `${run.createdAt.slice(0, 10)} ${run.person.userName.replaceAll(/[^\w.@-]/g, '_')} offboarding.${format}`,
      kinds: [kinds[format]],
    })
    if (path === null) return null
    const html = closingReport(run, { printedAt: clock.now().toISOString(), software: `Offhook ${version}` })
    await replaceFile(path, format === 'pdf' ? await desktop.printPdf(html) : Buffer.from(html))
    return { fileName: basename(path) }
  }
}
