import type { UsersImported } from '../../../../shared/imports/contract.ts'
import { runInThread } from '../../../workers/runInThread.ts'
import type { UsersRequest } from './importUsers.ts'

export type UsersQuestion = {
  dataFolder: string
  operator: string
  request: { path: string; mapping: Readonly<Record<string, string>> | undefined; skipInvalid: boolean }
}

/**
 * Runs importUsers in a thread of its own, on a connection of its own. Other connections read meanwhile; who writes
 * waits for the one transaction at the end. Throws what importUsers throws.
 */
export function importUsersInWorker(
  script: string,
  place: { dataFolder: string; operator: string },
  { path, mapping, skipInvalid, signal, report }: UsersRequest & { skipInvalid: boolean },
): Promise<UsersImported> {
  const question: UsersQuestion = { ...place, request: { path, mapping, skipInvalid } }
  return runInThread(script, question, { signal, report })
}
