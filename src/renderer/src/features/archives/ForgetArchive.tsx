import { ActionIcon, Menu } from '@mantine/core'
import { IconDots, IconListDetails } from '@tabler/icons-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { ArchiveRow } from '../../../../shared/archives/model.ts'
import { ConfirmModal } from '../../components/ConfirmModal/ConfirmModal.tsx'
import { useForgetArchive } from '../../data/archives.ts'

/** The ⋯ menu of an archive: takes it out of the list, after a question. */
export function ForgetArchive({ archive }: { archive: ArchiveRow }) {
  const [asking, setAsking] = useState(false)
  const forget = useForgetArchive(archive.id)
  const [, navigate] = useLocation()
  return (
    <>
      <Menu position="bottom-end" returnFocus withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <ActionIcon aria-label={`More options for the archive of ${archive.personName}`}>
            <IconDots size={17} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconListDetails size={16} aria-hidden />} onClick={() => setAsking(true)}>
            Forget…
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ConfirmModal
        opened={asking}
        title="Forget this archive?"
        confirm="Forget archive"
        working={forget.isPending}
        error={forget.error}
        onClose={() => setAsking(false)}
        onConfirm={() => forget.mutate(undefined, { onSuccess: () => navigate('/archives') })}
      >
        <p>It leaves the list. The folder and everything in it stay where they are:</p>
        <p>{archive.path}</p>
      </ConfirmModal>
    </>
  )
}
