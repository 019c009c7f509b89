import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { LibraryFolder } from '../../../../shared/archives/library.ts'
import { ConfirmModal } from '../../components/ConfirmModal/ConfirmModal.tsx'
import { WhyNot } from '../../components/WhyNot/WhyNot.tsx'
import { useRemoveLibraryFolder } from '../../data/library.ts'
import { useRefusal } from '../../data/session.ts'
import { formatDateTime } from '../../format/dates.ts'
import classes from './Archives.module.css'

/** One watched folder: when it was looked through, what could not be read, and how to watch it no longer. */
export function FolderItem({ folder: { id, path, lookedAt, problem } }: { folder: LibraryFolder }) {
  const [asking, setAsking] = useState(false)
  const remove = useRemoveLibraryFolder()
  const refusal = useRefusal('manageArchives')
  return (
    <li className={classes.folderItem}>
      <div>
        <span className={classes.folderPath}>{path}</span>
        <span className={classes.dim}>
          {lookedAt === null ? 'Not looked through yet' : `Looked through ${formatDateTime(lookedAt)}`}
        </span>
        {problem !== null && <span className={classes.problem}>{problem}</span>}
      </div>
      <WhyNot reason={refusal} tip="Watch no longer">
        {(inert) => (
          <ActionIcon
            variant="subtle"
            aria-label={`Watch ${path} no longer`}
            onClick={() => setAsking(true)}
            {...inert}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
        )}
      </WhyNot>
      <ConfirmModal
        opened={asking}
        title="Watch this folder no longer?"
        confirm="Watch no longer"
        change={remove}
        onClose={() => setAsking(false)}
        onConfirm={() => remove.mutate(id)}
      >
        <p>The archives that were found in it leave the list; the folder and everything in it stay as they are.</p>
        <p>{path}</p>
      </ConfirmModal>
    </li>
  )
}
