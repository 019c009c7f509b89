import type { AdministratorRole } from '../../../shared/directory/model.ts'

const roleNames: Readonly<Record<AdministratorRole, string>> = {
  primaryAdministrator: 'Primary administrator',
  secondaryAdministrator: 'Secondary administrator',
  itAdministrator: 'IT administrator',
  none: 'None',
}

/** A role in the console in words; a role that is not known here as it is. */
export function formatRole(role: string): string {
  return Object.hasOwn(roleNames, role) ? roleNames[role as AdministratorRole] : role
}
