import { Button, type ButtonProps } from '@mantine/core'
import { useId, type ReactNode } from 'react'

type TryButtonProps = Omit<ButtonProps, 'disabled'> & { waits: boolean; children: ReactNode }

/**
 * Sends a password. While the next attempt has to wait it keeps its place and the focus, as what WhyNot draws does; the
 * sentence is above it, and a tooltip is not worth its bytes in the first script.
 */
export function TryButton({ waits, children, ...button }: TryButtonProps) {
  const id = useId()
  return (
    <>
      <Button
        type="submit"
        size="sm"
        {...button}
        {...(waits && { 'aria-disabled': true, 'data-disabled': true, 'aria-describedby': id })}
      >
        {children}
      </Button>
      {waits && (
        <span id={id} className="visuallyHidden">
          Wait until the next attempt is possible.
        </span>
      )}
    </>
  )
}
