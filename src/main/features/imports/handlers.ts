import { basename } from 'node:path'
import type { importRoutes } from '../../../shared/imports/contract.ts'
import type { Emit, Handlers } from '../../../shared/ipc/contract.ts'
import type { Dialogs } from '../../desktop.ts'
import type { Grants } from '../../files/grants.ts'
import type { Progress } from './progress.ts'
import { throttle } from '../../runs/throttle.ts'
import type { Imports } from './service.ts'

const csvFiles = [{ name: 'CSV', extensions: ['csv', 'tsv', 'txt'] }]

/** The window names a file or folder by the grant that a dialog gave it. */
export function importHandlers(
  imports: Imports,
  grants: Grants,
  { dialogs, emit }: { dialogs: Dialogs; emit: Emit },
): Pick<Handlers, keyof typeof importRoutes> {
  const granted = (path: string | null) =>
    path === null ? null : { grantId: grants.grant(path), name: basename(path) }
  return {
    'imports.chooseUsersFile': async () =>
      granted(await dialogs.chooseFile({ title: 'Choose a CSV file of users', kinds: csvFiles })),
    'imports.previewUsers': ({ grantId, mapping }) => imports.previewUsers({ path: grants.pathOf(grantId), mapping }),
    'imports.users': ({ grantId, mapping, skipInvalid }) =>
      withProgress(emit, (report) => imports.users({ path: grants.pathOf(grantId), mapping, skipInvalid, report })),
    'imports.chooseVoicemailFolder': async () =>
      granted(await dialogs.chooseFolder({ title: 'Choose the voicemail folder of Asterisk' })),
    'imports.previewVoicemail': ({ grantId, ...source }) =>
      withProgress(emit, (report) => imports.previewVoicemail({ ...source, path: grants.pathOf(grantId), report })),
    'imports.voicemail': ({ grantId, ...source }) =>
      withProgress(emit, (report) => imports.voicemail({ ...source, path: grants.pathOf(grantId), report })),
    'imports.cancel': () => imports.cancel(),
  }
}

async function withProgress<T>(emit: Emit, work: (report: (progress: Progress) => void) => Promise<T>): Promise<T> {
  const progress = throttle<Progress>((value) => emit('work.progress', { work: 'import', ...value }))
  try {
    return await work(progress.report)
  } finally {
    progress.flush()
  }
}
