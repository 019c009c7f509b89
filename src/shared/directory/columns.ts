import type { UserColumn, UserStatus } from './model.ts'

/** What the columns of the Users page and of its export are called. */
export const userColumnNames: Readonly<Record<UserColumn, string>> = {
  name: 'Name',
  extension: 'Extension',
  phoneNumber: 'Phone number',
  status: 'Status',
  site: 'Site',
  department: 'Department',
  jobTitle: 'Job title',
  userName: 'User name',
  email: 'Email',
  licences: 'Licenses',
  voicemails: 'Voicemail',
  leavesOn: 'Leaves on',
}

/** The columns that show until others are chosen. */
export const usualUserColumns: readonly UserColumn[] = [
  'name',
  'extension',
  'status',
  'site',
  'department',
  'voicemails',
  'leavesOn',
]

export const userStatusNames: Readonly<Record<UserStatus, string>> = {
  ACTIVE: 'Active',
  INACTIVE: 'Deactivated',
  DELETED: 'Deleted',
}
