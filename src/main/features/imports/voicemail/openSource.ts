import type { VoicemailSourceKind } from '../../../../shared/imports/contract.ts'
import type { VoicemailRequest } from './request.ts'
import type { OpenedSource } from './source.ts'
import { sources } from './sources.ts'

/** Throws FILE_PROBLEM, IMPORT_REJECTED. */
export async function openSource({ from, path, answers = {}, signal }: VoicemailRequest): Promise<OpenedSource> {
  const source = sources.find(({ kind }) => kind === from)
  if (source === undefined) throw new Error(`No source of the kind ${from}`)
  return source.open(path, { answers, signal: signal ?? new AbortController().signal })
}

/** The kinds that what was chosen looks like, the likeliest first. */
export async function detectSources(path: string): Promise<VoicemailSourceKind[]> {
  const found = await Promise.all(sources.map(async ({ kind, detect }) => ((await detect(path)) ? [kind] : [])))
  return found.flat()
}
