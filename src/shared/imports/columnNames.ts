import type { UserColumn } from './contract.ts'

export const columnNames: Readonly<Record<UserColumn, string>> = {
  userName: 'User name',
  firstName: 'First name',
  lastName: 'Last name',
  primaryEmail: 'Email',
  extensionNumber: 'Extension',
  phoneNumber: 'Phone number',
  site: 'Site',
  department: 'Department',
  jobTitle: 'Job title',
  timezone: 'Time zone',
  status: 'Status',
  leavesOn: 'Leaves on',
}

/** Without these a row is no user. */
export const requiredColumns = ['userName', 'firstName', 'lastName'] as const satisfies readonly UserColumn[]

/** The name of a column of a user as main calls it; anything else as it is. */
export function columnName(column: string): string {
  return Object.hasOwn(columnNames, column) ? columnNames[column as UserColumn] : column
}
