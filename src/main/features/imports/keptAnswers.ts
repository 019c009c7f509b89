import type {
  SourceAnswers,
  SourceField,
  VoicemailPreview,
  VoicemailSourceKind,
} from '../../../shared/imports/contract.ts'
import { AppError } from '../../../shared/ipc/errors.ts'
import type { SettingsStore } from '../../settings/settings.ts'

type Source = { grantId: string; from: VoicemailSourceKind; answers: SourceAnswers }

/**
 * What was answered at the last import of each kind: the columns of a CSV, the pattern of file names. It is taken for a
 * source that nothing was answered about yet, when it fits: when every column that it names is there.
 */
export function createKeptAnswers(settings: Pick<SettingsStore, 'get' | 'set'>) {
  const taken = new Map<string, SourceAnswers>()
  const keyOf = ({ grantId, from }: Source): string => `${grantId} ${from}`
  return {
    /** Looks with what was kept, and once more without it when that does not fit. */
    preview: async (
      source: Source,
      look: (answers: SourceAnswers) => Promise<VoicemailPreview>,
    ): Promise<VoicemailPreview> => {
      const kept = settings.get('importAnswers')[source.from]
      taken.delete(keyOf(source))
      if (kept === undefined || isStated(source.answers)) return look(source.answers)
      const preview = await look(kept).catch(unlessRejected)
      if (preview === null || !fits(kept, preview.fields)) return look({})
      taken.set(keyOf(source), kept)
      return preview
    },
    /** The answers that an import goes by: those that were stated, else those of its preview. */
    of: (source: Source): SourceAnswers =>
      isStated(source.answers) ? source.answers : (taken.get(keyOf(source)) ?? {}),
    keep: (from: VoicemailSourceKind, answers: SourceAnswers): void => {
      if (isStated(answers)) settings.set('importAnswers', { ...settings.get('importAnswers'), [from]: answers })
    },
  }
}

function isStated(answers: SourceAnswers): boolean {
  return Object.keys(answers).length > 0
}

function fits(kept: SourceAnswers, fields: readonly SourceField[]): boolean {
  return Object.entries(kept).every(([key, value]) => {
    const field = fields.find((one) => one.key === key)
    return field !== undefined && (field.choices === null || field.choices.includes(value))
  })
}

function unlessRejected(error: unknown): null {
  if (error instanceof AppError && error.code === 'IMPORT_REJECTED') return null
  throw error
}
