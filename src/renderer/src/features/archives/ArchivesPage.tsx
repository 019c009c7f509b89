import { Button } from '@mantine/core'
import { IconArchive, IconFolderPlus } from '@tabler/icons-react'
import { useLocation } from 'wouter'
import { ErrorAlert } from '../../components/ErrorAlert/ErrorAlert.tsx'
import { PageBody } from '../../components/PageHeader/PageBody.tsx'
import { PageHeader } from '../../components/PageHeader/PageHeader.tsx'
import { EmptyState } from '../../components/QueryView/EmptyState.tsx'
import { QueryView } from '../../components/QueryView/QueryView.tsx'
import { useAddArchive, useArchives } from '../../data/archives.ts'
import { ArchivesTable } from './ArchivesTable.tsx'

/** Every archive that was made here or added: still there, whole, and ready to be opened. */
export function ArchivesPage() {
  const archives = useArchives()
  const add = useAddArchive()
  const [, navigate] = useLocation()
  const addFolder = (): void =>
    add.mutate(undefined, { onSuccess: (added) => added !== null && navigate(`/archives/${added.id}`) })
  const addButton = (
    <Button
      variant="default"
      leftSection={<IconFolderPlus size={15} aria-hidden />}
      loading={add.isPending}
      onClick={addFolder}
    >
      Add archive folder…
    </Button>
  )
  return (
    <>
      <PageHeader
        title="Archives"
        subtitle="Voicemails and records that were saved before an account went away."
        actions={addButton}
      />
      <PageBody>
        {add.isError && <ErrorAlert title="The folder was not added" error={add.error} />}
        <QueryView
          query={archives}
          failed="The archives could not be read"
          empty={{
            when: (rows) => rows.length === 0,
            show: (
              <EmptyState icon={<IconArchive size={22} />} title="No archives yet" action={addButton}>
                Offboarding a person makes one. An archive that was made elsewhere, also by another BagIt tool, can be
                added.
              </EmptyState>
            ),
          }}
        >
          {(rows) => <ArchivesTable archives={rows} />}
        </QueryView>
      </PageBody>
    </>
  )
}
