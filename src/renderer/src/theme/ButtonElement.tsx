import type { ComponentPropsWithRef, MouseEvent } from 'react'

type ButtonElementProps = ComponentPropsWithRef<'button'> & { 'data-loading'?: boolean }

/** The element of a button. While what it began is under way it cannot be pressed, but keeps the focus: a disabled one loses it. */
export function ButtonElement({ type = 'button', disabled, onClick, ...props }: ButtonElementProps) {
  const busy = props['data-loading'] === true
  return (
    <button
      {...props}
      // oxlint-disable-next-line react/button-has-type -- it is the button's own
      type={type}
      disabled={disabled === true && !busy}
      {...(busy && { 'aria-disabled': true })}
      onClick={busy ? refuse : onClick}
    />
  )
}

/** Enter in a field presses the button of its form, too. */
function refuse(event: MouseEvent): void {
  event.preventDefault()
}
