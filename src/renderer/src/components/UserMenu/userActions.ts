import type { UserStatus } from '../../../../shared/directory/model.ts'
import type { Permission } from '../../../../shared/operators/permissions.ts'
import type { Preset } from '../../../../shared/offboarding/presets.ts'

export type UserAction = {
  preset: Preset
  label: string
  /** Why it makes no sense now or is not allowed, or null. */
  unavailable: string | null
}

/** What the ⋯ menu of a user offers, in the words of the article; each starts the same wizard with other choices. */
export function userActions(
  user: { status: UserStatus; extension: string | null },
  refusal: (permission: Permission) => string | null,
): UserAction[] {
  return actionsFor(user).map(({ needs, ...action }) => ({
    ...action,
    unavailable: action.unavailable ?? refusal(needs),
  }))
}

function actionsFor(user: { status: UserStatus; extension: string | null }): (UserAction & { needs: Permission })[] {
  const deleted = user.status === 'DELETED' ? 'The user is deleted' : null
  return [
    { preset: 'offboard', needs: 'offboard', label: 'Offboard…', unavailable: deleted },
    {
      preset: 'reset',
      needs: 'offboard',
      label: 'Reset to Default Settings',
      unavailable: deleted ?? (user.extension === null ? 'The user has no extension' : null),
    },
    {
      preset: 'deactivate',
      needs: 'changeAccounts',
      label: 'Deactivate User',
      unavailable: deleted ?? (user.status === 'INACTIVE' ? 'The user is deactivated already' : null),
    },
    {
      preset: 'activate',
      needs: 'changeAccounts',
      label: 'Activate User',
      unavailable: deleted ?? (user.status === 'ACTIVE' ? 'The user is active' : null),
    },
    {
      preset: 'delete',
      needs: 'changeAccounts',
      label: 'Delete User',
      unavailable: deleted && 'The user is deleted already',
    },
  ]
}
