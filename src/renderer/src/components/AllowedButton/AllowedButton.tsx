import { Button, Tooltip, VisuallyHidden, type ButtonProps } from '@mantine/core'
import { useId, type ReactNode } from 'react'
import type { Permission } from '../../../../shared/operators/permissions.ts'
import { useRefusal } from '../../data/session.ts'

type AllowedButtonProps = ButtonProps & {
  permission: Permission
  onClick: () => void
  children: ReactNode
  'aria-label'?: string
}

/** A button that whoever lacks the permission can reach and read, with the reason, but not use. */
export function AllowedButton({ permission, onClick, children, ...button }: AllowedButtonProps) {
  const refusal = useRefusal(permission)
  const reason = useId()
  if (refusal === null)
    return (
      <Button {...button} onClick={onClick}>
        {children}
      </Button>
    )
  return (
    <>
      <Tooltip label={refusal}>
        <Button {...button} data-disabled aria-disabled aria-describedby={reason}>
          {children}
        </Button>
      </Tooltip>
      <VisuallyHidden id={reason}>{refusal}</VisuallyHidden>
    </>
  )
}
