import { PasswordField } from '../PasswordField/PasswordField.tsx'

type Passwords = { password: string; again: string }
type NewPasswordFieldsProps = {
  label: string
  value: Passwords
  problems: { password?: string; again?: string }
  onChange: (passwords: Passwords) => void
}

/** A new password, twice, because it cannot be read while it is typed. */
export function NewPasswordFields({ label, value, problems, onChange }: NewPasswordFieldsProps) {
  const { password, again } = value
  return (
    <>
      <PasswordField
        label={label}
        data-autofocus
        description="At least 10 characters; a few words are good."
        size="sm"
        required
        maxLength={200}
        autoComplete="new-password"
        value={password}
        error={problems.password}
        onChange={(event) => onChange({ password: event.currentTarget.value, again })}
      />
      <PasswordField
        label={`${label} again`}
        size="sm"
        required
        maxLength={200}
        autoComplete="new-password"
        value={again}
        error={problems.again}
        visibilityToggleButtonProps={{ 'aria-label': 'Show the repeated password' }}
        onChange={(event) => onChange({ password, again: event.currentTarget.value })}
      />
    </>
  )
}
