import { IconArchive } from '@tabler/icons-react'
import { AllowedButton } from '../../components/AllowedButton/AllowedButton.tsx'
import { Card } from '../../components/Card/Card.tsx'
import { ErrorAlert } from '../../components/ErrorAlert/ErrorAlert.tsx'
import { FactList } from '../../components/FactList/FactList.tsx'
import { QueryView } from '../../components/QueryView/QueryView.tsx'
import { useArchiveFolder, useChooseArchiveFolder } from '../../data/preferences.ts'
import { formatBytes } from '../../format/bytes.ts'
import classes from './Settings.module.css'

/** Where archives are made, and how much room there is. */
export function ArchiveFolderCard() {
  const folder = useArchiveFolder()
  const choose = useChooseArchiveFolder()
  return (
    <Card
      title="Archive folder"
      icon={<IconArchive size={16} />}
      actions={
        <AllowedButton
          permission="offboard"
          variant="default"
          loading={choose.isPending}
          onClick={() => choose.mutate()}
        >
          Choose…
        </AllowedButton>
      }
    >
      {choose.isError && <ErrorAlert title="The folder was not changed" error={choose.error} />}
      <QueryView query={folder} failed="The archive folder could not be read">
        {({ path, freeBytes, problem }) => (
          <>
            <FactList
              facts={[
                { label: 'Folder', value: path },
                { label: 'Free space', value: freeBytes === null ? 'Unknown' : formatBytes(freeBytes) },
              ]}
            />
            {problem !== null && <p className={classes.problem}>{problem}</p>}
          </>
        )}
      </QueryView>
    </Card>
  )
}
