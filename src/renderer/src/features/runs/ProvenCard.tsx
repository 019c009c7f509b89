import { IconAlertTriangle, IconFolderOff, IconShieldCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { ArchiveTrouble, Run } from '../../../../shared/offboarding/run.ts'
import { Truncated } from '../../components/Truncated/Truncated.tsx'
import { formatBytes } from '../../format/bytes.ts'
import { formatDate } from '../../format/dates.ts'
import { formatQuantity } from '../../format/numbers.ts'
import classes from './ArchiveCard.module.css'

type ProvenCardProps = { run: Run; provenAt: string | null; children: ReactNode }

const icons = { damaged: IconAlertTriangle, missing: IconFolderOff } as const
const titles = {
  damaged: 'Archive damaged since it was proven',
  missing: 'Archive missing since it was proven',
} as const

/** The archive of a run, once it is proven: what was, and what the last look at it found since. */
export function ProvenCard({ run: { messages, archive, archiveTrouble }, provenAt, children }: ProvenCardProps) {
  const proven = `${formatQuantity(messages.proven, 'voicemail message')}${messages.bytes > 0 ? `, ${formatBytes(messages.bytes)}` : ''}`
  const Icon = archiveTrouble === null ? IconShieldCheck : icons[archiveTrouble.state]
  return (
    <section className={classes.card} data-proven={archiveTrouble?.state ?? 'whole'} aria-labelledby="archive-title">
      <Icon size={20} aria-hidden />
      <div className={classes.text}>
        <h2 id="archive-title" className={classes.title}>
          {archiveTrouble === null ? `Archive proven: ${proven}` : titles[archiveTrouble.state]}
        </h2>
        <Truncated text={archive ?? ''} />
        {archiveTrouble !== null && (
          <p className={classes.since}>
            Proven{provenAt !== null && ` on ${formatDate(provenAt)}`}: {proven}. {foundSince(archiveTrouble)}
          </p>
        )}
        {children}
      </div>
    </section>
  )
}

function foundSince({ state, foundAt }: ArchiveTrouble): string {
  const day = formatDate(foundAt)
  if (state === 'missing') return `Found missing on ${day}: its folder was not where it was.`
  return `Found damaged on ${day}: open the archive to see what is wrong.`
}
