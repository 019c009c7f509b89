import { Button } from '@mantine/core'
import { useState } from 'react'
import type { ArchiveComparison } from '../../../../shared/archives/comparison.ts'
import { archiveId } from '../../../../shared/ids.ts'
import { Dialog } from '../../components/Dialog/Dialog.tsx'
import { ErrorAlert } from '../../components/ErrorAlert/ErrorAlert.tsx'
import { SearchSelect } from '../../components/SearchSelect/SearchSelect.tsx'
import { useArchivesList, useCompareArchives } from '../../data/archives.ts'
import { formatDateTime } from '../../format/dates.ts'
import { formatDuration } from '../../format/durations.ts'
import { formatCount, formatQuantity } from '../../format/numbers.ts'
import { archiveName } from './archiveName.ts'
import classes from './Archives.module.css'
import type { ArchiveDialogProps } from './ForgetArchive.tsx'

/** What another archive has that this one has not, and the other way round. */
export function CompareArchives({ archive, onClose }: ArchiveDialogProps) {
  const [search, setSearch] = useState('')
  const [other, setOther] = useState<string | null>(null)
  const { head } = useArchivesList({ search, sort: 'person', descending: false }, 0)
  const compare = useCompareArchives(archive.id)
  const others = (head.data?.archives ?? []).filter(({ id }) => id !== archive.id)
  const options = others.map(({ id, personName, createdAt, folder }) => ({
    value: id as string,
    label: `${personName === '' ? 'Unnamed archive' : personName}, ${formatDateTime(createdAt)} (${folder})`,
  }))
  return (
    <Dialog onClose={onClose} size="lg" title={`Compare ${archiveName(archive)}`}>
      <div className={classes.dialog}>
        <SearchSelect
          label="With"
          placeholder="Person or folder"
          data-autofocus
          data={options}
          // Main has searched: what it answers is shown as it is.
          filter={({ options: given }) => given}
          nothingFoundMessage="No other archive"
          onSearchChange={(text) => setSearch(options.some(({ label }) => label === text) ? search : text)}
          value={other}
          onChange={(id) => {
            setOther(id)
            if (id !== null) compare.mutate(archiveId.parse(id))
          }}
        />
        {compare.isError && <ErrorAlert title="The archives were not compared" error={compare.error} />}
        {compare.data !== undefined && <Compared comparison={compare.data} />}
        <div className={classes.formButtons}>
          <Button variant="default" onClick={onClose}>
            Close
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

function Compared({ comparison }: { comparison: ArchiveComparison }) {
  const { same, onlyInFirst, onlyInSecond, changed, messagesOnlyInFirst, messagesOnlyInSecond, algorithm } = comparison
  return (
    <div role="status">
      <p>
        <strong>{isIdentical(comparison) ? 'The archives are identical.' : 'The archives differ.'}</strong>
      </p>
      <p className={classes.dim}>
        {formatQuantity(same, 'file has', 'files have')} the same content in both, by the {hashName(algorithm)} of their
        manifests.
      </p>
      <Messages title="Messages only in the other one" found={messagesOnlyInSecond} />
      <Messages title="Messages only in this one" found={messagesOnlyInFirst} />
      <Files title="Files only in the other one" found={onlyInSecond} />
      <Files title="Files only in this one" found={onlyInFirst} />
      <Files title="Same name, other content" found={changed} />
    </div>
  )
}

function isIdentical(comparison: ArchiveComparison): boolean {
  const { onlyInFirst, onlyInSecond, changed, messagesOnlyInFirst, messagesOnlyInSecond } = comparison
  const differences = [onlyInFirst, onlyInSecond, changed, messagesOnlyInFirst, messagesOnlyInSecond]
  return differences.every(({ count }) => count === 0)
}

/** "SHA-256" of a manifest's "sha256". */
function hashName(algorithm: string): string {
  return algorithm.toUpperCase().replace(/^SHA(?=\d)/, 'SHA-')
}

function Messages({ title, found }: { title: string; found: ArchiveComparison['messagesOnlyInFirst'] }) {
  return (
    <Differences
      title={title}
      count={found.count}
      lines={found.first.map(
        ({ callerName, callerNumber, receivedAt, timezone, seconds }) =>
          `${callerName || callerNumber || 'Unknown caller'}, ${formatDateTime(receivedAt, timezone)}, ${formatDuration(seconds)}`,
      )}
    />
  )
}

function Files({ title, found }: { title: string; found: ArchiveComparison['changed'] }) {
  return <Differences title={title} count={found.count} lines={found.first} />
}

function Differences({ title, count, lines }: { title: string; count: number; lines: readonly string[] }) {
  return (
    <details className={classes.differences} open={count > 0 && count <= 12}>
      <summary>
        {title} <span className={classes.tabCount}>{formatCount(count)}</span>
      </summary>
      {count > 0 && (
        <ul>
          {lines.map((line, index) => (
            <li key={`${line} ${index}`}>{line}</li>
          ))}
        </ul>
      )}
    </details>
  )
}
