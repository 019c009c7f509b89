import { IconInfoCircle } from '@tabler/icons-react'
import { ErrorAlert } from '../../components/ErrorAlert/ErrorAlert.tsx'
import { wasCancelled } from '../../components/ErrorAlert/wasCancelled.ts'
import classes from './Imports.module.css'

/** Why an import did not come to its end. That it was cancelled is no error: it is said what was imported by then. */
export function ImportProblem({ title, error }: { title: string; error: unknown }) {
  if (!wasCancelled(error)) return <ErrorAlert title={title} error={error} />
  return (
    <p className={classes.hint} role="status">
      <IconInfoCircle size={16} aria-hidden />
      {error.message}
    </p>
  )
}
