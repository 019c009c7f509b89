import { Tooltip, VisuallyHidden } from '@mantine/core'
import { useId, type ReactElement } from 'react'

/** What makes a control inert and leaves it where the keyboard and a screen reader find it. */
type Inert = { 'aria-disabled'?: true; 'data-disabled'?: true; 'aria-describedby'?: string; onClick?: undefined }

export type WhyNotProps = {
  /** Why the control cannot be used now, or null when it can. */
  reason: string | null
  /** What its tooltip says while it can be used. */
  tip?: string | null
  /** Draws the control; what it is given comes last among its properties. */
  children: (inert: Inert) => ReactElement
}

/** A control that says why it cannot be used: it keeps its place and the focus, and its tooltip and description have the reason. */
export function WhyNot({ reason, tip = null, children }: WhyNotProps) {
  const id = useId()
  const inert: Inert =
    reason === null ? {} : { 'aria-disabled': true, 'data-disabled': true, 'aria-describedby': id, onClick: undefined }
  return (
    <>
      <Tooltip label={reason ?? tip} disabled={reason === null && tip === null}>
        {children(inert)}
      </Tooltip>
      {reason !== null && <VisuallyHidden id={id}>{reason}</VisuallyHidden>}
    </>
  )
}
