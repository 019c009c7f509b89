import type { UsersImported } from '../../../../shared/imports/contract.ts'
import type { Writer } from '../../../db/writer.ts'
import { runInThread } from '../../../workers/runInThread.ts'
import type { Progress } from '../progress.ts'
import type { UsersRequest } from './importUsers.ts'

export type UsersQuestion = {
  dataFolder: string
  operator: string
  request: { path: string; mapping: Readonly<Record<string, string>> | undefined; skipInvalid: boolean }
}

/** A row is soon forgotten: with the 48 MB that V8 would take before it looks, an import is no quicker. */
const resourceLimits = { maxYoungGenerationSizeMb: 12 }

/**
 * Runs importUsers in a thread of its own, on a connection of its own. Other connections read meanwhile; who writes
 * waits for the one transaction at the end, for which the thread borrows the writing. Throws what importUsers throws.
 */
export function importUsersInWorker(
  script: string,
  place: { dataFolder: string; operator: string },
  { path, mapping, skipInvalid, signal, report }: UsersRequest & { skipInvalid: boolean },
  writer: Writer,
): Promise<UsersImported> {
  const question: UsersQuestion = { ...place, request: { path, mapping, skipInvalid } }
  return runInThread<UsersImported, Progress>(script, question, {
    signal,
    resourceLimits,
    report,
    writer,
  })
}
