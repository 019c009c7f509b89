import { IconAlertTriangle } from '@tabler/icons-react'
import type { PlanChange } from './planChanges.ts'
import classes from './PlanParts.module.css'

/** Something changed between review and start: what is different, and that nothing was done. */
export function DriftAlert({ changes }: { changes: readonly PlanChange[] }) {
  return (
    <div role="alert" className={classes.drift}>
      <strong className={classes.driftTitle}>
        <IconAlertTriangle size={16} aria-hidden />
        Something changed since this plan was made. Nothing was done.
      </strong>
      <p>The plan that stands here is the new one. Review it and start again.</p>
      {changes.length > 0 && (
        <table className={classes.changes}>
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">Reviewed</th>
              <th scope="col">Now</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => (
              <tr key={change.what}>
                <th scope="row">{change.what}</th>
                <td>{change.before}</td>
                <td>{change.after}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}
