import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconFolderPlus, IconFolders, IconRefresh } from '@tabler/icons-react'
import type { LookResult } from '../../../../shared/archives/library.ts'
import { AllowedButton } from '../../components/AllowedButton/AllowedButton.tsx'
import { Dialog } from '../../components/Dialog/Dialog.tsx'
import { ErrorAlert } from '../../components/ErrorAlert/ErrorAlert.tsx'
import { QueryView } from '../../components/QueryView/QueryView.tsx'
import { WorkProgress } from '../../components/WorkProgress/WorkProgress.tsx'
import { useAddLibraryFolder, useCancelLook, useLibraryFolders, useLookForArchives } from '../../data/library.ts'
import { useWorkProgress } from '../../data/useWorkProgress.ts'
import { formatCount, formatQuantity } from '../../format/numbers.ts'
import classes from './Archives.module.css'
import { FolderItem } from './FolderItem.tsx'

/** The folders in which archives are looked for: at the start, every day, and when asked. */
export function WatchedFolders() {
  const [opened, { open, close }] = useDisclosure()
  return (
    <>
      <Button variant="default" leftSection={<IconFolders size={15} aria-hidden />} onClick={open}>
        Watched folders…
      </Button>
      {opened && (
        <Dialog onClose={close} size="lg" title="Watched folders">
          <Folders />
        </Dialog>
      )}
    </>
  )
}

function Folders() {
  const folders = useLibraryFolders()
  const add = useAddLibraryFolder()
  const look = useLookForArchives()
  const working = add.isPending || look.isPending
  const progress = useWorkProgress('library', working)
  const cancel = useCancelLook()
  const found = look.data ?? add.data ?? null
  const failed = look.error ?? add.error
  return (
    <div className={classes.folders}>
      <p className={classes.dim}>
        Archives are looked for here when Offhook starts, every day, and now. Folders and archives are only read; one
        that was moved or renamed is found again.
      </p>
      <QueryView
        query={folders}
        failed="The folders could not be read"
        empty={{ when: (rows) => rows.length === 0, show: <p>No folder is watched yet.</p> }}
      >
        {(rows) => (
          <ul className={classes.folderList} aria-label="Watched folders">
            {rows.map((folder) => (
              <FolderItem key={folder.id} folder={folder} />
            ))}
          </ul>
        )}
      </QueryView>
      {working && (
        <>
          <WorkProgress label="Archives found" progress={progress} />
          <Button variant="default" onClick={() => cancel.mutate()}>
            Stop looking
          </Button>
        </>
      )}
      {failed !== null && !working && <ErrorAlert title="The folders were not looked through" error={failed} />}
      {found !== null && !working && <Found result={found} />}
      <Actions
        none={folders.data?.length === 0}
        working={working}
        onAdd={() => add.mutate()}
        onLook={() => look.mutate()}
      />
    </div>
  )
}

type ActionsProps = { none: boolean; working: boolean; onAdd: () => void; onLook: () => void }

function Actions({ none, working, onAdd, onLook }: ActionsProps) {
  const unavailable = working ? 'Offhook is looking already.' : null
  return (
    <div className={classes.folderActions}>
      <AllowedButton
        permission="manageArchives"
        variant="default"
        leftSection={<IconFolderPlus size={15} aria-hidden />}
        unavailable={unavailable}
        onClick={onAdd}
      >
        Watch a folder…
      </AllowedButton>
      <AllowedButton
        permission="manageArchives"
        variant="default"
        leftSection={<IconRefresh size={15} aria-hidden />}
        unavailable={none ? 'No folder is watched yet.' : unavailable}
        onClick={onLook}
      >
        Look again now
      </AllowedButton>
    </div>
  )
}

function Found({ result: { found, added, moved, missing, problems } }: { result: LookResult }) {
  const parts = [
    formatQuantity(found, 'archive'),
    `${formatCount(added)} new`,
    ...(moved > 0 ? [`${formatCount(moved)} moved`] : []),
    ...(missing > 0 ? [`${formatCount(missing)} missing`] : []),
  ]
  return (
    <div role="status">
      <p>{parts.join(', ')}.</p>
      {problems.length > 0 && (
        <ul className={classes.problems}>
          {problems.slice(0, 20).map(({ message }) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
