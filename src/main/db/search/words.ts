import type { Condition } from './condition.ts'

/** A folded word, and the text column that must have it; null for any of them. */
export type Word = { word: string; in: string | null }
/** The table NAME_text of a list, and its columns; whether NAME_trigram keeps where in a text a trigram stands. */
export type Texts = { name: string; texts: readonly string[]; positions?: boolean }

/** The condition on NAME_text that every word occurs in it. */
export function wordsCondition({ name, texts }: Texts, words: readonly Word[]): Condition {
  const columnsOf = (word: Word): readonly string[] => (word.in === null ? texts : [word.in])
  const occurs = (word: Word): string =>
    `(${columnsOf(word)
      .map((column) => `instr(${name}_text.${column}, ?)`)
      .join(' OR ')})`
  return {
    sql: words.length === 0 ? 'TRUE' : words.map(occurs).join(' AND '),
    values: words.flatMap((word) => columnsOf(word).map(() => word.word)),
  }
}
