import { ActionIcon, type ActionIconProps } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Permission } from '../../../../shared/operators/permissions.ts'
import { useRefusals } from '../../data/session.ts'
import { WhyNot } from '../WhyNot/WhyNot.tsx'

type AllowedIconProps = Omit<ActionIconProps, 'disabled'> & {
  /** What it does; its tooltip while it can be used. */
  label: string
  /** Names it where the label alone does not say of what. */
  'aria-label'?: string
  'aria-busy'?: boolean
  permission?: Permission
  /** Why it makes no sense now, or null. */
  unavailable?: string | null
  onClick: () => void
  children: ReactNode
}

/** The same as AllowedButton with an icon alone. */
export function AllowedIcon(props: AllowedIconProps) {
  const { label, permission, unavailable = null, onClick, children, ...button } = props
  const refusal = useRefusals()
  return (
    <WhyNot reason={unavailable ?? (permission === undefined ? null : refusal(permission))} tip={label}>
      {(inert) => (
        <ActionIcon aria-label={label} {...button} onClick={onClick} {...inert}>
          {children}
        </ActionIcon>
      )}
    </WhyNot>
  )
}
