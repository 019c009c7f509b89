import { Button, CloseButton } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { adviceFor, causeOf } from './adviceFor.ts'
import classes from './ErrorAlert.module.css'

export type ErrorAlertProps = {
  /** What did not work: "The users could not be read". */
  title: string
  error: unknown
  onRetry?: () => void
  actions?: ReactNode
  /** Takes it away, where it is not gone by itself with what it is about. */
  onClose?: () => void
}

/** What did not work, why, and what to do next. */
export function ErrorAlert({ title, error, onRetry, actions, onClose }: ErrorAlertProps) {
  const advice = adviceFor(error)
  return (
    <div role="alert" className={classes.alert}>
      <IconAlertTriangle size={18} aria-hidden className={classes.icon} />
      <div className={classes.text}>
        <strong>{title}</strong>
        <p>{causeOf(error)}</p>
        {advice !== null && <p>{advice}</p>}
        {(onRetry !== undefined || actions !== undefined) && (
          <div className={classes.actions}>
            {onRetry !== undefined && (
              <Button variant="default" onClick={onRetry}>
                Try again
              </Button>
            )}
            {actions}
          </div>
        )}
      </div>
      {onClose !== undefined && (
        <CloseButton size="sm" className={classes.close ?? ''} aria-label={`Close: ${title}`} onClick={onClose} />
      )}
    </div>
  )
}
