import { basename } from 'node:path'
import { userColumnNames, userStatusNames } from '../../../shared/directory/columns.ts'
import type { UserColumn, UserRow } from '../../../shared/directory/model.ts'
import { csvHead, csvRows } from '../../files/csvText.ts'
import type { Clock } from '../../clock.ts'
import type { Desktop } from '../../desktop.ts'
import type { SaveFile } from '../../files/savedFile.ts'
import type { Directory, Only, UserQuery } from './service.ts'

export type ExportRequest = UserQuery & { columns: readonly UserColumn[]; only?: Only | undefined }
export type UsersExport = (request: ExportRequest) => Promise<{ fileName: string; users: number } | null>

/** Saves people as CSV where a dialog says; null when it was cancelled. Throws FILE_PROBLEM. */
export function createUsersExport(given: {
  directory: Pick<Directory, 'all'>
  dialogs: Desktop['dialogs']
  clock: Clock
  saveFile: SaveFile
}): UsersExport {
  const { directory, dialogs, clock, saveFile } = given
  return async ({ columns, only, ...query }) => {
    const path = await dialogs.saveFile({
      title: 'Export users',
      suggestedName: `${clock.now().toISOString().slice(0, 10)} users.csv`,
      kinds: [{ name: 'CSV', extensions: ['csv'] }],
    })
    if (path === null) return null
    const { total, pages } = await directory.all(query, only)
    await saveFile(path, usersCsv(columns, pages))
    return { fileName: basename(path), users: total }
  }
}

/** The head, then some hundred people at a time. */
export function* usersCsv(columns: readonly UserColumn[], pages: Iterable<readonly UserRow[]>): Generator<string> {
  yield csvHead(columns.map((column) => userColumnNames[column]))
  for (const users of pages) yield csvRows(users.map((user) => columns.map((column) => cellOf(user, column))))
}

function cellOf(user: UserRow, column: UserColumn): string {
  if (column === 'status') return userStatusNames[user.status]
  return String(user[column] ?? '')
}
