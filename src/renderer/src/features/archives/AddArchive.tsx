import { IconFolderPlus } from '@tabler/icons-react'
import { useLocation } from 'wouter'
import { AllowedButton } from '../../components/AllowedButton/AllowedButton.tsx'
import type { useAddArchive } from '../../data/archives.ts'
import { useWhenDone } from '../../data/useWhenDone.ts'

/** Asks for the folder of one archive and opens it. */
export function AddArchive({ add }: { add: ReturnType<typeof useAddArchive> }) {
  const [, navigate] = useLocation()
  useWhenDone(add, (added) => added !== null && navigate(`/archives/${added.id}`))
  return (
    <AllowedButton
      permission="manageArchives"
      variant="default"
      leftSection={<IconFolderPlus size={15} aria-hidden />}
      loading={add.isPending}
      onClick={() => add.mutate()}
    >
      Add archive folder…
    </AllowedButton>
  )
}
