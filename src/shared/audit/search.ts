import { actionLabel, auditActions, auditSentence } from './actions.ts'
import type { AuditEntry } from './model.ts'
import type { ActionWords } from './runActions.ts'

type Told = Pick<AuditEntry, 'action' | 'subject' | 'detail'>

/** The words of a search, each of which has to be in what a row says. */
export function searchedWords(text: string): string[] {
  return [...new Set(text.toLowerCase().split(/\s+/))].filter((word) => word !== '')
}

/** Whether a row of the audit says every word: in whom or what it is about, in its action, or in its sentence. */
export function saysAll({ action, subject, detail }: Told, words: readonly string[]): boolean {
  const about = subject.toLowerCase()
  const left = words.filter((word) => !about.includes(word))
  // The sentence is not made for what it is not needed for: of a million rows it takes seconds.
  if (left.length === 0) return true
  const said = `${actionLabel(action, detail)} ${auditSentence({ action, subject, detail })}`.toLowerCase()
  return left.every((word) => said.includes(word))
}

/** The actions that can say a word which their entries do not hold: in every sentence, or in a name that depends on them. */
export function actionsSaying(word: string): string[] {
  return Object.entries<ActionWords>(auditActions).flatMap(([action, { labelOf }]) =>
    labelOf !== undefined || saysAll({ action, subject: '', detail: {} }, [word]) ? [action] : [],
  )
}
