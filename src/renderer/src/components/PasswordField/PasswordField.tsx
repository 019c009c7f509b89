import { PasswordInput, type PasswordInputProps } from '@mantine/core'

/** Mantine's field for a password; what it holds can be shown by keyboard, too, and a screen reader is told when it is wrong. */
export function PasswordField(props: PasswordInputProps) {
  return (
    <PasswordInput
      aria-invalid={Boolean(props.error) || undefined}
      visibilityToggleFocusable
      visibilityToggleButtonProps={{ 'aria-label': 'Show the password' }}
      {...props}
    />
  )
}
