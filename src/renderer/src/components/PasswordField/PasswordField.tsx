import { PasswordInput, type PasswordInputProps } from '@mantine/core'

/** Mantine's field for a password, which does not tell a screen reader that what it holds is wrong. */
export function PasswordField(props: PasswordInputProps) {
  return <PasswordInput aria-invalid={Boolean(props.error) || undefined} {...props} />
}
