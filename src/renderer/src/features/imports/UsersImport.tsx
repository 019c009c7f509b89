import { IconTable } from '@tabler/icons-react'
import { useState } from 'react'
import type { UsersImported } from '../../../../shared/imports/contract.ts'
import { useChooseUsersFile, type Granted } from '../../data/imports.ts'
import { ImportCard } from './ImportCard.tsx'
import { UsersImportResult } from './UsersImportResult.tsx'
import { UsersPreviewView } from './UsersPreviewView.tsx'

type Stage = { kind: 'none' } | { kind: 'preview'; file: Granted } | { kind: 'result'; result: UsersImported }

/** Users from a CSV file: choose, check and map, import. */
export function UsersImport() {
  const [stage, setStage] = useState<Stage>({ kind: 'none' })
  const choose = useChooseUsersFile()
  const onChoose = (): void =>
    choose.mutate(undefined, { onSuccess: (file) => file !== null && setStage({ kind: 'preview', file }) })
  return (
    <ImportCard
      title="Users from a CSV file"
      icon={<IconTable size={16} />}
      about="Any CSV with a header row: an export of a directory, a phone system or a spreadsheet. The file is checked first; nothing is imported until that is confirmed."
      choose="Choose CSV file…"
      chosen={stage.kind === 'preview' ? stage.file.name : null}
      choosing={choose.isPending}
      chooseError={choose.error}
      onChoose={onChoose}
    >
      {stage.kind === 'preview' && (
        <UsersPreviewView
          key={stage.file.grantId}
          file={stage.file}
          onImported={(result) => setStage({ kind: 'result', result })}
        />
      )}
      {stage.kind === 'result' && <UsersImportResult result={stage.result} />}
    </ImportCard>
  )
}
