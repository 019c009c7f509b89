import type { VoicemailSourceKind } from '../../../../shared/imports/contract.ts'
import { runInThread } from '../../../workers/runInThread.ts'
import type { VoicemailRequest } from './request.ts'

/** Messages are stored in batches, each whole: wherever the thread is ended, what is there is right. */
const patience = 10_000

export type VoicemailQuestion = {
  work: 'preview' | 'import'
  dataFolder: string
  audioFolder: string
  problemsFile: string
  operator: string
  request: Pick<VoicemailRequest, 'from' | 'path' | 'answers'>
}

export type DetectQuestion = { work: 'detect'; path: string; dataFolder: string }

/** The kinds that what was chosen looks like; a spool of many mailboxes takes seconds to look through. */
export function detectInThread(script: string, path: string, dataFolder: string): Promise<VoicemailSourceKind[]> {
  const question: DetectQuestion = { work: 'detect', path, dataFolder }
  return runInThread(script, question, {})
}

/**
 * Runs previewVoicemail or importVoicemail in a thread of its own: archives are unpacked and mail is parsed there, and
 * audio is hashed. Throws what they throw.
 */
export function voicemailInThread<Value>(
  script: string,
  question: Omit<VoicemailQuestion, 'request'>,
  { from, path, answers, signal, report }: VoicemailRequest,
): Promise<Value> {
  const whole: VoicemailQuestion = { ...question, request: { from, path, answers } }
  return runInThread(script, whole, { signal, report, patience })
}
