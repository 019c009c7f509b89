import { NativeSelect } from '@mantine/core'
import type { OperatorRole } from '../../../../shared/offboarding/step.ts'
import { roleNames } from '../../../../shared/operators/permissions.ts'
import { givenRoles } from './givenRoles.ts'

export type RoleSelectProps = { role: OperatorRole; onChange: (role: OperatorRole) => void }

/** The roles that are given; the primary administrator is handed over instead. */
export function RoleSelect({ role, onChange }: RoleSelectProps) {
  return (
    <NativeSelect
      label="Role"
      data-autofocus
      size="sm"
      value={role}
      data={givenRoles.options.map((value) => ({ value, label: roleNames[value] }))}
      onChange={(event) => onChange(givenRoles.parse(event.currentTarget.value))}
    />
  )
}
