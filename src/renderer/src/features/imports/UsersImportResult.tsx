import { Button } from '@mantine/core'
import { Link } from 'wouter'
import type { UsersImported } from '../../../../shared/imports/contract.ts'
import { formatQuantity } from '../../format/numbers.ts'
import { ImportDone } from './ImportDone.tsx'
import { ProblemTable } from './ProblemTable.tsx'

export function UsersImportResult({ result: { imported, skipped, problems } }: { result: UsersImported }) {
  return (
    <ImportDone
      title={`${formatQuantity(imported, 'user')} imported`}
      detail={
        skipped === 0 ? 'No row was left out.' : `${formatQuantity(skipped, 'row')} left out; the reasons stand below.`
      }
      action={
        <Button component={Link} href="/users">
          Show users
        </Button>
      }
    >
      {skipped > 0 && problems.length > 0 && <ProblemTable problems={problems} problemCount={problems.length} />}
    </ImportDone>
  )
}
