import type { LibraryFolder } from '../../../../shared/archives/library.ts'
import type { ReadDb, WriteDb } from '../../../db/sql.ts'

const select = 'SELECT id, path, looked_at AS lookedAt, problem FROM library_folder'

export function listFolders(db: ReadDb): LibraryFolder[] {
  return db.prepare<[], LibraryFolder>(`${select} ORDER BY path`).all()
}

export function findFolder(db: ReadDb, id: string): LibraryFolder | null {
  return db.prepare<[string], LibraryFolder>(`${select} WHERE id = ?`).get(id) ?? null
}

/** A folder that is in the list already stays as it is. */
export function insertFolder(db: WriteDb, folder: { id: string; path: string; at: string }): void {
  db.prepare(
    'INSERT INTO library_folder (id, path, added_at) VALUES (@id, @path, @at) ON CONFLICT (path) DO NOTHING',
  ).run(folder)
}

export function deleteFolder(db: WriteDb, id: string): void {
  db.prepare('DELETE FROM library_folder WHERE id = ?').run(id)
}

export function noteLook(db: WriteDb, path: string, at: string, problem: string | null): void {
  db.prepare('UPDATE library_folder SET looked_at = ?, problem = ? WHERE path = ?').run(at, problem, path)
}
