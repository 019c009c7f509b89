import { IconTable } from '@tabler/icons-react'
import { useChooseUsersFile, useGoesOn } from '../../data/imports.ts'
import { useWhenDone } from '../../data/useWhenDone.ts'
import { useChosenUsersFile } from '../../stores/begunUsersImport.ts'
import { ImportCard } from './ImportCard.tsx'
import { LastImport } from './LastImport.tsx'
import { UsersImportResult } from './UsersImportResult.tsx'
import { UsersPreviewView } from './UsersPreviewView.tsx'

/** Users from a CSV file: choose, check and map, import. */
export function UsersImport() {
  const [file, setFile] = useChosenUsersFile()
  const goesOn = useGoesOn('imports.users')
  const choose = useChooseUsersFile()
  useWhenDone(choose, (chosen) => chosen !== null && setFile(chosen))
  return (
    <ImportCard
      title="Users from a CSV file"
      icon={<IconTable size={16} />}
      about="Any CSV with a header row: an export of a directory, a phone system or a spreadsheet. The file is checked first; nothing is imported until that is confirmed."
      choose="Choose CSV file…"
      chosen={file?.name ?? null}
      choosing={choose.isPending}
      chooseError={choose.error}
      onChoose={() => choose.mutate()}
    >
      {file === null || goesOn ? (
        <LastImport route="imports.users" label="Importing users" failed="The users were not imported">
          {(result) => <UsersImportResult result={result} />}
        </LastImport>
      ) : (
        <UsersPreviewView key={file.grantId} file={file} />
      )}
    </ImportCard>
  )
}
