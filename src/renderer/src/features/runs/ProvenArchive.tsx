import { ActionIcon, Button, Code, CopyButton, Tooltip } from '@mantine/core'
import { IconArchive, IconCheck, IconCopy, IconFolderOpen } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { Link } from 'wouter'
import type { ArchiveId } from '../../../../shared/ids.ts'
import { AllowedButton } from '../../components/AllowedButton/AllowedButton.tsx'
import { ErrorAlert } from '../../components/ErrorAlert/ErrorAlert.tsx'
import { call } from '../../ipc/client.ts'
import classes from './ArchiveCard.module.css'

/** Enough of the hash to compare by eye; the whole is copied. */
const shown = 16

/** The hash that stands for the whole archive, and the ways to it. */
export function ProvenArchive({ archiveId, manifestSha256 }: { archiveId: ArchiveId; manifestSha256: string }) {
  const show = useMutation({ mutationFn: () => call('archives.showInFolder', { archiveId }) })
  return (
    <>
      <div className={classes.manifest}>
        Manifest SHA-256 <Code>{manifestSha256.slice(0, shown)}…</Code>
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
      <div className={classes.actions}>
        <Button
          variant="default"
          component={Link}
          href={`/archives/${archiveId}`}
          leftSection={<IconArchive size={16} aria-hidden />}
        >
          Open the archive
        </Button>
        <AllowedButton
          permission="manageArchives"
          variant="default"
          leftSection={<IconFolderOpen size={16} aria-hidden />}
          loading={show.isPending}
          onClick={() => show.mutate()}
        >
          Show in folder
        </AllowedButton>
      </div>
      {show.isError && <ErrorAlert title="The folder could not be shown" error={show.error} />}
    </>
  )
}
