import { basename } from 'node:path'
import type { importRoutes } from '../../../shared/imports/contract.ts'
import { voicemailSources } from '../../../shared/imports/voicemailSources.ts'
import type { Emit, Handlers } from '../../../shared/ipc/contract.ts'
import type { Dialogs } from '../../desktop.ts'
import type { Grants } from '../../files/grants.ts'
import { throttle } from '../../throttle.ts'
import type { SettingsStore } from '../../settings/settings.ts'
import { createKeptAnswers } from './keptAnswers.ts'
import type { Progress } from './progress.ts'
import type { Imports } from './service.ts'

const csvFiles = [{ name: 'CSV', extensions: ['csv', 'tsv', 'txt'] }]

/** The window names a file or folder by the grant that a dialog gave it. */
export function importHandlers(
  imports: Imports,
  grants: Grants,
  { dialogs, emit, settings }: { dialogs: Dialogs; emit: Emit; settings: SettingsStore },
): Pick<Handlers, keyof typeof importRoutes> {
  const kept = createKeptAnswers(settings)
  return {
    'imports.chooseUsersFile': async () => {
      const path = await dialogs.chooseFile({ title: 'Choose a CSV file of users', kinds: csvFiles })
      return path === null ? null : { grantId: grants.grant(path), name: basename(path) }
    },
    'imports.previewUsers': ({ grantId, mapping }) => imports.previewUsers({ path: grants.pathOf(grantId), mapping }),
    'imports.users': ({ grantId, mapping, skipInvalid }) =>
      withProgress(emit, (report) => imports.users({ path: grants.pathOf(grantId), mapping, skipInvalid, report })),
    'imports.chooseVoicemail': async ({ take, from }) => {
      const path = await chooseVoicemail(dialogs, take, from)
      return path === null
        ? null
        : { grantId: grants.grant(path), name: basename(path), kinds: await imports.detect(path) }
    },
    'imports.previewVoicemail': (source) =>
      withProgress(emit, (report) => {
        const place = { from: source.from, path: grants.pathOf(source.grantId), report }
        return kept.preview(source, (answers) => imports.previewVoicemail({ ...place, answers }))
      }),
    'imports.voicemail': (source) =>
      withProgress(emit, async (report) => {
        const answers = kept.of(source)
        const place = { from: source.from, path: grants.pathOf(source.grantId), report }
        const result = await imports.voicemail({ ...place, answers })
        kept.keep(source.from, answers)
        return result
      }),
    'imports.saveProblems': async () => {
      const path = await dialogs.saveFile({
        title: 'Save the list of problems',
        suggestedName: 'voicemail import problems.csv',
        kinds: [{ name: 'CSV', extensions: ['csv'] }],
      })
      if (path === null) return null
      await imports.saveProblems(path)
      return { fileName: basename(path) }
    },
    'imports.cancel': () => imports.cancel(),
  }
}

/** from: the kind that the operator means, or null for any. */
function chooseVoicemail(dialogs: Dialogs, take: 'folder' | 'file', from: string | null): Promise<string | null> {
  const meant = voicemailSources.filter(({ kind }) => from === null || kind === from)
  const named = meant.length === 1 ? `the voicemail of ${meant[0]!.name}` : 'voicemail'
  if (take === 'folder') return dialogs.chooseFolder({ title: `Choose the folder of ${named}` })
  const extensions = [...new Set(meant.flatMap(({ takes }): readonly string[] => takes.endings))]
  return dialogs.chooseFile({ title: `Choose the file of ${named}`, kinds: [{ name: 'Voicemail', extensions }] })
}

async function withProgress<T>(emit: Emit, work: (report: (progress: Progress) => void) => Promise<T>): Promise<T> {
  const progress = throttle<Progress>((value) => emit('work.progress', { work: 'import', ...value }))
  try {
    return await work(progress.report)
  } finally {
    progress.flush()
  }
}
