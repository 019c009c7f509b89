import { Menu } from '@mantine/core'
import { useId, type ReactNode } from 'react'
import classes from './MenuOption.module.css'

export type MenuOptionProps = {
  label: string
  icon?: ReactNode
  /** Why it cannot be chosen now, or null. */
  unavailable: string | null
  danger?: boolean
  onClick: () => void
}

/**
 * An entry of a menu. What cannot be chosen stays where it is and within reach of the arrow keys, with the reason under it;
 * the reason is its description and no part of its name.
 */
export function MenuOption({ label, icon, unavailable, danger = false, onClick }: MenuOptionProps) {
  const reason = useId()
  const inert = { 'aria-disabled': true, 'aria-describedby': reason, closeMenuOnClick: false } as const
  return (
    <Menu.Item
      leftSection={icon}
      className={classes.item ?? ''}
      data-danger={danger || undefined}
      {...(unavailable === null ? { onClick } : inert)}
    >
      {label}
      {unavailable !== null && (
        <span id={reason} aria-hidden className={classes.reason}>
          {unavailable}
        </span>
      )}
    </Menu.Item>
  )
}
