import type { UserSort } from '../../../../shared/directory/model.ts'

export type UserColumnHead = { sort: UserSort; label: string; numeric?: boolean }

/** The columns of the Users page; each sorts. The order is that of the cells in UserRow. */
export const columns: readonly UserColumnHead[] = [
  { sort: 'name', label: 'Name' },
  { sort: 'extension', label: 'Extension' },
  { sort: 'status', label: 'Status' },
  { sort: 'site', label: 'Site' },
  { sort: 'department', label: 'Department' },
  { sort: 'voicemails', label: 'Voicemail', numeric: true },
  { sort: 'leavesOn', label: 'Leaves on' },
]
