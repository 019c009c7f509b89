import { Button } from '@mantine/core'
import type { UsersPreview } from '../../../../shared/imports/contract.ts'
import { useKeepFocus } from '../../components/PageHeader/keepFocus.ts'
import { QueryView } from '../../components/QueryView/QueryView.tsx'
import { useImportUsers, useLastImport, useUsersPreview, type Granted } from '../../data/imports.ts'
import { formatQuantity } from '../../format/numbers.ts'
import { useBegunMapping, useEndUsersImport } from '../../stores/begunUsersImport.ts'
import { Counts } from './Counts.tsx'
import { ImportProblem } from './ImportProblem.tsx'
import { ImportWork } from './ImportWork.tsx'
import { MappingFields } from './MappingFields.tsx'
import { ProblemTable } from './ProblemTable.tsx'
import { SampleTable } from './SampleTable.tsx'
import classes from './Imports.module.css'

/** What is in the file: which column fills what, what would be imported, what would not and why. */
export function UsersPreviewView({ file }: { file: Granted }) {
  const [mapping, setMapping] = useBegunMapping()
  const end = useEndUsersImport()
  const preview = useUsersPreview(file.grantId, mapping)
  const importUsers = useImportUsers(file.grantId, mapping, () => end(file.grantId))
  const last = useLastImport('imports.users', file.grantId)
  return (
    <QueryView query={preview} failed={`${file.name} could not be read`}>
      {(data) => (
        <div className={classes.preview} aria-busy={preview.isPlaceholderData}>
          <div className={classes.summary}>
            <Counts
              counts={[
                { label: 'Rows', value: data.rows },
                { label: 'Valid', value: data.valid },
                { label: 'Problems', value: data.problemCount, alarming: true },
              ]}
            />
            {importUsers.isPending ? (
              <ImportWork label="Importing users" cancel="Cancel import" />
            ) : (
              <ImportButton preview={data} onImport={importUsers.mutate} />
            )}
          </div>
          {last?.status === 'error' && <ImportProblem title="The users were not imported" error={last.error} />}
          <MappingFields preview={data} disabled={importUsers.isPending} onChange={setMapping} />
          {data.problemCount > 0 && <ProblemTable problems={data.problems} problemCount={data.problemCount} />}
          {data.sample.length > 0 && <SampleTable sample={data.sample} mapping={data.mapping} />}
        </div>
      )}
    </QueryView>
  )
}

function ImportButton({ preview, onImport }: { preview: UsersPreview; onImport: (skipInvalid: boolean) => void }) {
  const { valid, problemCount } = preview
  useKeepFocus()
  if (valid === 0)
    return <p className={classes.about}>No row can be imported. Correct the columns below or the file itself.</p>
  return problemCount === 0 ? (
    <Button onClick={() => onImport(false)}>Import {formatQuantity(valid, 'user')}</Button>
  ) : (
    <Button onClick={() => onImport(true)}>Import {formatQuantity(valid, 'valid row')} only</Button>
  )
}
