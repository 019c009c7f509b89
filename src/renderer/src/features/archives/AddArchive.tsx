import { IconFolderPlus } from '@tabler/icons-react'
import { useLocation } from 'wouter'
import { AllowedButton } from '../../components/AllowedButton/AllowedButton.tsx'
import type { useAddArchive } from '../../data/archives.ts'

/** Asks for the folder of one archive and opens it. */
export function AddArchive({ add }: { add: ReturnType<typeof useAddArchive> }) {
  const [, navigate] = useLocation()
  const addFolder = (): void =>
    add.mutate(undefined, { onSuccess: (added) => added !== null && navigate(`/archives/${added.id}`) })
  return (
    <AllowedButton
      permission="manageArchives"
      variant="default"
      leftSection={<IconFolderPlus size={15} aria-hidden />}
      loading={add.isPending}
      onClick={addFolder}
    >
      Add archive folder…
    </AllowedButton>
  )
}
