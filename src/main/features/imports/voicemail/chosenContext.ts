import type { SourceAnswers, SourceField } from '../../../../shared/imports/contract.ts'
import type { SourceMailbox } from './source.ts'

const key = 'context'
/** What stands for all of them; no context is called so. */
const all = 'All'

/** The question which context (or domain) is meant, for sources with several of them; and what was answered. */
export function chosenContext(
  label: string,
  contexts: readonly string[],
  answers: SourceAnswers,
): { fields: SourceField[]; isChosen: (mailbox: Pick<SourceMailbox, 'context'>) => boolean } {
  const known = [...new Set(contexts)].toSorted((a, b) => (a < b ? -1 : 1))
  const answer = answers[key]
  if (known.length < 2 && answer === undefined) return { fields: [], isChosen: () => true }
  const value = answer !== undefined && known.includes(answer) ? answer : all
  return {
    fields: [{ key, label, value, choices: [all, ...known] }],
    isChosen: ({ context }) => value === all || context === value,
  }
}
