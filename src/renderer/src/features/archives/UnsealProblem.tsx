import { Button } from '@mantine/core'
import { useLocation } from 'wouter'
import { archiveId } from '../../../../shared/ids.ts'
import { AppError } from '../../../../shared/ipc/errors.ts'
import { ErrorAlert } from '../../components/ErrorAlert/ErrorAlert.tsx'
import { wasCancelled } from '../../components/ErrorAlert/wasCancelled.ts'
import classes from './Archives.module.css'

/** It belongs to the field, not above the buttons. */
export function isWrongPassphrase(error: unknown): error is AppError {
  return error instanceof AppError && error.details['reason'] === 'passphrase'
}

/** Why a sealed file was not opened; where its folder is in the list already, the way there. */
export function UnsealProblem({ error }: { error: Error | null }) {
  const [, navigate] = useLocation()
  if (error === null || isWrongPassphrase(error)) return null
  if (wasCancelled(error))
    return (
      <p role="status" className={classes.dim}>
        {error.message}
      </p>
    )
  const details = error instanceof AppError ? error.details : {}
  const there = archiveId.safeParse(details['archiveId'])
  return (
    <ErrorAlert
      title={details['opened'] === true ? 'The archive is not in the list' : 'The archive was not opened'}
      error={error}
      actions={
        there.success && (
          <Button variant="default" onClick={() => navigate(`/archives/${there.data}`)}>
            Show the archive
          </Button>
        )
      }
    />
  )
}
