import { Button } from '@mantine/core'
import { Link } from 'wouter'
import { AppError } from '../../../../shared/ipc/errors.ts'
import { ErrorAlert } from '../ErrorAlert/ErrorAlert.tsx'

/** Why the run did not start; when another run stands in the way, the way to it. */
export function StartProblem({ error }: { error: unknown }) {
  const other = error instanceof AppError ? error.details['runId'] : undefined
  return (
    <ErrorAlert
      title="The run did not start"
      error={error}
      actions={
        typeof other === 'string' && (
          <Button component={Link} href={`/runs/${other}`} variant="default">
            Open the unfinished run
          </Button>
        )
      }
    />
  )
}
