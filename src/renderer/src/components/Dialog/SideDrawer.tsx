import { Drawer } from '@mantine/core'
import type { ReactNode } from 'react'
import { useReturnFocus } from './useReturnFocus.ts'

export type SideDrawerProps = { title: string; size: number; onClose: () => void; children: ReactNode }

/** More about a row, at the side, for as long as it is there; the focus then goes back to the row. */
export function SideDrawer(props: SideDrawerProps) {
  useReturnFocus()
  return <Drawer opened position="right" closeButtonProps={{ 'aria-label': 'Close' }} {...props} />
}
