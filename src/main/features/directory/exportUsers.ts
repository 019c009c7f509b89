import { userColumnNames, userStatusNames } from '../../../shared/directory/columns.ts'
import type { UserColumn, UserRow } from '../../../shared/directory/model.ts'
import { exportList, type Exporting } from '../../files/exportList.ts'
import type { Directory, Only, UserQuery } from './service.ts'

export type ExportRequest = UserQuery & { columns: readonly UserColumn[]; only?: Only | undefined }
export type UsersExport = (request: ExportRequest) => Promise<{ fileName: string; users: number } | null>

/** Saves people as CSV where a dialog says; null when it was cancelled. Throws FILE_PROBLEM, DISK_FULL. */
export function createUsersExport({
  directory,
  ...exporting
}: Exporting & { directory: Pick<Directory, 'all'> }): UsersExport {
  return async ({ columns, only, ...query }) => {
    const saved = await exportList(exporting, {
      title: 'Export users',
      name: 'users',
      cells: Object.fromEntries(columns.map((one) => [userColumnNames[one], (user: UserRow) => cellOf(user, one)])),
      pages: async () => (await directory.all(query, only)).pages,
    })
    return saved === null ? null : { fileName: saved.fileName, users: saved.rows }
  }
}

function cellOf(user: UserRow, column: UserColumn): string {
  if (column === 'status') return userStatusNames[user.status]
  return String(user[column] ?? '')
}
