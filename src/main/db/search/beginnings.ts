import type { Condition } from './condition.ts'
import { lettersOf, quoted, trigram } from './trigrams.ts'
import type { Texts } from './words.ts'

/**
 * Rows of a list in which each word begins a line of a text or follows a space in it, in no order, one perhaps twice; by an
 * index with positions, in which the longest word is looked up. Null for single letters, which begin something in so many
 * rows that no answer is quick. The first word of a text follows nothing: it is found by three letters. areMany: the words
 * are in so many rows, as what a mail domain has, too, that the index would be read to its end for that, and is quicker
 * asked for a beginning of them.
 */
export function beginningsSql(list: Texts, words: readonly string[], areMany: boolean): Condition | null {
  const { name } = list
  const [longest = ''] = words.toSorted((a, b) => lettersOf(b) - lettersOf(a))
  if (lettersOf(longest) < trigram - 1) return null
  const start = areMany || words.length > 1 ? Array.from(longest).slice(0, trigram).join('') : longest
  const matches = [quoted(`\n${start}`), quoted(` ${start}`)]
  if (!areMany && lettersOf(start) >= trigram) matches.push(`^${quoted(start)}`)
  const found = matches.map(() => `SELECT rowid AS id FROM ${name}_trigram WHERE ${name}_trigram MATCH ?`)
  const sql = found.join(' UNION ALL ')
  if (words.length === 1 && start === longest) return { sql, values: matches }
  const rest = beginningsCondition(list, words)
  return {
    sql: `
      SELECT found.id FROM (${sql}) found CROSS JOIN ${name}_text ON ${name}_text.id = found.id WHERE ${rest.sql}`,
    values: [...matches, ...rest.values],
  }
}

function beginningsCondition({ name, texts }: Texts, words: readonly string[]): Condition {
  const begins = texts.map((column) => `instr(char(10) || replace(${name}_text.${column}, ' ', char(10)), ?)`)
  return {
    sql: words.map(() => `(${begins.join(' OR ')})`).join(' AND '),
    values: words.flatMap((word) => texts.map(() => `\n${word}`)),
  }
}
