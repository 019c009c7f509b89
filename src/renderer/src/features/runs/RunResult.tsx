import { ActionIcon, Button, Code, CopyButton, Tooltip } from '@mantine/core'
import { IconArchive, IconCheck, IconCopy, IconFolderOpen, IconShieldCheck } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { Link } from 'wouter'
import type { ArchiveId } from '../../../../shared/ids.ts'
import type { Run } from '../../../../shared/offboarding/run.ts'
import { ErrorAlert } from '../../components/ErrorAlert/ErrorAlert.tsx'
import { Truncated } from '../../components/Truncated/Truncated.tsx'
import { formatBytes } from '../../format/bytes.ts'
import { formatQuantity } from '../../format/numbers.ts'
import { call } from '../../ipc/client.ts'
import classes from './RunView.module.css'

/** The archive that was proven: what it holds, where it lies, and the hash that stands for all of it. */
export function RunResult({ run }: { run: Run }) {
  const { archiveId, manifestSha256, archive, messages } = run
  if (archiveId === null || manifestSha256 === null) return null
  return (
    <section className={classes.result} aria-labelledby="archive-title">
      <IconShieldCheck size={20} aria-hidden />
      <div className={classes.resultText}>
        <h2 id="archive-title" className={classes.resultTitle}>
          Archive proven: {formatQuantity(messages.proven, 'voicemail message')}
          {messages.bytes > 0 && `, ${formatBytes(messages.bytes)}`}
        </h2>
        <Truncated text={archive ?? ''} />
        <div className={classes.manifest}>
          Manifest SHA-256 <Code>{manifestSha256.slice(0, 16)}…</Code>
          <CopyButton value={manifestSha256}>
            {({ copied, copy }) => (
              <Tooltip label={copied ? 'Copied' : 'Copy the whole hash'}>
                <ActionIcon
                  size="sm"
                  aria-label={copied ? 'Manifest hash copied' : 'Copy the manifest hash'}
                  onClick={copy}
                >
                  {copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
                </ActionIcon>
              </Tooltip>
            )}
          </CopyButton>
        </div>
        <ArchiveLinks archiveId={archiveId} />
      </div>
    </section>
  )
}

function ArchiveLinks({ archiveId }: { archiveId: ArchiveId }) {
  const show = useMutation({ mutationFn: () => call('archives.showInFolder', { archiveId }) })
  return (
    <>
      <div className={classes.resultActions}>
        <Button
          variant="default"
          component={Link}
          href={`/archives/${archiveId}`}
          leftSection={<IconArchive size={16} aria-hidden />}
        >
          Open the archive
        </Button>
        <Button
          variant="default"
          leftSection={<IconFolderOpen size={16} aria-hidden />}
          loading={show.isPending}
          onClick={() => show.mutate()}
        >
          Show in folder
        </Button>
      </div>
      {show.isError && <ErrorAlert title="The folder could not be shown" error={show.error} />}
    </>
  )
}
