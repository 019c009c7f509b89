import { IconFolderOpen } from '@tabler/icons-react'
import { useParams } from 'wouter'
import type { ArchiveContent } from '../../../../shared/archives/model.ts'
import { archiveId } from '../../../../shared/ids.ts'
import { AllowedButton } from '../../components/AllowedButton/AllowedButton.tsx'
import { ErrorAlert } from '../../components/ErrorAlert/ErrorAlert.tsx'
import { PageBody } from '../../components/PageHeader/PageBody.tsx'
import { PageHeader } from '../../components/PageHeader/PageHeader.tsx'
import { QueryView } from '../../components/QueryView/QueryView.tsx'
import { useArchiveContent, useShowArchive } from '../../data/archives.ts'
import { formatDateTime } from '../../format/dates.ts'
import { ArchiveTabs } from './ArchiveTabs.tsx'
import { ArchiveMenu } from './ArchiveMenu.tsx'
import { DueNotice } from './DueNotice.tsx'
import { MissingFolder } from './MissingFolder.tsx'
import { NotesCard } from './NotesCard.tsx'
import { VerifyPanel } from './VerifyPanel.tsx'

/** One archive: playable, checkable, and where to find it. Route #/archives/:archiveId. */
export function ArchivePage() {
  const params = useParams<{ archiveId: string }>()
  const id = archiveId.parse(params.archiveId)
  const content = useArchiveContent(id)
  return (
    <>
      <ArchiveHeader archive={content.data?.archive} />
      <PageBody>
        <QueryView query={content} failed="The archive could not be opened">
          {(data) =>
            data.archive.present ? (
              <>
                <DueNotice content={data} />
                <VerifyPanel archive={data.archive} problems={data.problems} />
                <NotesCard content={data} />
                <ArchiveTabs content={data} />
              </>
            ) : (
              <MissingFolder archive={data.archive} />
            )
          }
        </QueryView>
      </PageBody>
    </>
  )
}

function ArchiveHeader({ archive }: { archive: ArchiveContent['archive'] | undefined }) {
  const back = { href: '/archives', label: 'Archives' }
  if (archive === undefined) return <PageHeader back={back} title="Archive" />
  const { personName, extension, createdAt, path } = archive
  const about = [...(extension === null ? [] : [`Extension ${extension}`]), `made ${formatDateTime(createdAt)}`, path]
  return (
    <PageHeader
      back={back}
      title={personName === '' ? 'Unnamed archive' : personName}
      subtitle={about.join(' · ')}
      actions={<ArchiveActions archive={archive} />}
    />
  )
}

function ArchiveActions({ archive }: { archive: ArchiveContent['archive'] }) {
  const show = useShowArchive(archive.id)
  return (
    <>
      {show.isError && <ErrorAlert title="The folder could not be shown" error={show.error} />}
      <AllowedButton
        permission="manageArchives"
        variant="default"
        leftSection={<IconFolderOpen size={15} aria-hidden />}
        unavailable={archive.present ? null : 'The folder is not where it was.'}
        onClick={() => show.mutate()}
      >
        Show in folder
      </AllowedButton>
      <ArchiveMenu archive={archive} />
    </>
  )
}
