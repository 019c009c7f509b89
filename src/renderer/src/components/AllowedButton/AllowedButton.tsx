import { Button, type ButtonProps } from '@mantine/core'
import type { ReactNode, Ref } from 'react'
import type { Permission } from '../../../../shared/operators/permissions.ts'
import { useRefusals } from '../../data/session.ts'
import { WhyNot } from '../WhyNot/WhyNot.tsx'

export type AllowedButtonProps = Omit<ButtonProps, 'disabled'> & {
  /** What whoever presses it must be allowed to do; left out where everybody may. */
  permission?: Permission
  /** Why it makes no sense now, or null. */
  unavailable?: string | null
  /** What the tooltip says while it can be used. */
  tip?: string | null
  /** Left out where a menu or a popover around it gives it one. */
  onClick?: () => void
  children: ReactNode
  'aria-label'?: string
  ref?: Ref<HTMLButtonElement>
}

/** A button that whoever may not press it, or not now, can reach and read, with the reason, but not use. It may open a menu. */
export function AllowedButton(props: AllowedButtonProps) {
  const { permission, unavailable = null, tip = null, children, ...button } = props
  const refusal = useRefusals()
  return (
    <WhyNot reason={unavailable ?? (permission === undefined ? null : refusal(permission))} tip={tip}>
      {(inert) => (
        <Button {...button} {...inert}>
          {children}
        </Button>
      )}
    </WhyNot>
  )
}
