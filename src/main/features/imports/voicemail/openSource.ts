import type { SourceAnswers, SourceField, VoicemailSourceKind } from '../../../../shared/imports/contract.ts'
import { AppError } from '../../../../shared/ipc/errors.ts'
import type { VoicemailRequest } from './request.ts'
import type { OpenedSource } from './source.ts'
import { sources } from './sources.ts'

/** Throws FILE_PROBLEM, and IMPORT_REJECTED also for an answer to what the source does not ask, or that it does not know. */
export async function openSource(
  dataFolder: string,
  { from, path, answers = {}, signal }: VoicemailRequest,
): Promise<OpenedSource> {
  const source = sources.find(({ kind }) => kind === from)
  if (source === undefined) throw new Error(`No source of the kind ${from}`)
  const opened = await source.open(path, { answers, signal: signal ?? new AbortController().signal, dataFolder })
  const wrong = wrongAnswer(answers, opened.fields)
  if (wrong === null) return opened
  await opened.close()
  throw new AppError('IMPORT_REJECTED', wrong)
}

/** An answer that is passed over would import all contexts in the place of one. */
function wrongAnswer(answers: SourceAnswers, fields: readonly SourceField[]): string | null {
  for (const [key, value] of Object.entries(answers)) {
    const field = fields.find((one) => one.key === key)
    const keys = fields.map((one) => one.key).join(', ')
    if (field === undefined)
      return `The source has no field ${key}. ${keys === '' ? 'It has none.' : `It has ${keys}.`}`
    if (field.choices !== null && !field.choices.includes(value))
      return `${field.label} cannot be "${value}". Choose one of: ${field.choices.filter((one) => one !== '').join(', ')}.`
  }
  return null
}

/** The kinds that what was chosen looks like, the likeliest first. */
export async function detectSources(path: string, dataFolder: string): Promise<VoicemailSourceKind[]> {
  const found = await Promise.all(
    sources.map(async ({ kind, detect }) => ((await detect(path, dataFolder)) ? [kind] : [])),
  )
  return found.flat()
}
