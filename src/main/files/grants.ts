import type { GrantId } from '../../shared/ids.ts'
import { AppError } from '../../shared/ipc/errors.ts'
import type { Ids } from '../clock.ts'

/** Paths that a dialog of main granted to the window. The window names a grant, never a path; grants end with the app. */
export type Grants = {
  grant(path: string): GrantId
  /** Throws NOT_FOUND for a grant that was not given since the app was started. */
  pathOf(grantId: GrantId): string
}

export function createGrants(ids: Ids): Grants {
  const paths = new Map<GrantId, string>()
  return {
    grant: (path) => {
      // A grant is an id that main made, so the brand holds.
      const grantId = ids.next() as GrantId
      paths.set(grantId, path)
      return grantId
    },
    pathOf: (grantId) => {
      const path = paths.get(grantId)
      if (path === undefined)
        throw new AppError('NOT_FOUND', 'The folder or file is no longer chosen. Choose it again.')
      return path
    },
  }
}
