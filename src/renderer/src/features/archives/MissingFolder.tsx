import { IconFolderOff } from '@tabler/icons-react'
import { useLocation } from 'wouter'
import type { ArchiveRow } from '../../../../shared/archives/model.ts'
import { AllowedButton } from '../../components/AllowedButton/AllowedButton.tsx'
import { ErrorAlert } from '../../components/ErrorAlert/ErrorAlert.tsx'
import { EmptyState } from '../../components/QueryView/EmptyState.tsx'
import { useAddArchive } from '../../data/archives.ts'
import { useWhenDone } from '../../data/useWhenDone.ts'

/** The folder is not where it was: how to bring it back. */
export function MissingFolder({ archive }: { archive: ArchiveRow }) {
  const add = useAddArchive()
  const [, navigate] = useLocation()
  useWhenDone(add, (added) => added !== null && navigate(`/archives/${added.id}`))
  return (
    <>
      {add.isError && <ErrorAlert title="The folder was not added" error={add.error} />}
      <EmptyState
        icon={<IconFolderOff size={22} />}
        title="The folder is not where it was"
        action={
          <AllowedButton permission="manageArchives" loading={add.isPending} onClick={() => add.mutate()}>
            Choose its new folder…
          </AllowedButton>
        }
      >
        It was at {archive.path}. Connect the drive that holds it, or choose the folder where it is now.
      </EmptyState>
    </>
  )
}
