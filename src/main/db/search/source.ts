type Value = string | number | null

/**
 * Where the tables of a list come from. Triggers note in NAME_stale, in the transaction of the change, whose facts
 * changed; each is found by a key.
 */
export type SearchSource<Facts extends object> = {
  name: string
  /** The columns of NAME_text. */
  texts: readonly string[]
  /** Whether NAME_trigram has them too: a search need not read the texts, but keeping up to date costs twice as much. */
  trigrams: boolean
  /** The column of NAME and of NAME_stale that says whom or what a row is about. */
  keyColumn: string
  /** Facts of the keys that stand in the table stale (key); what is gone answers gone = 1. */
  staleSql: string
  /** The columns of NAME besides the key, in the order of rowOf. */
  columns: readonly string[]
  rowOf(facts: Facts): readonly Value[]
  /** For each of texts what is found, folded. Two empty lines at its end make the last letters begin a trigram, too. */
  textsOf(facts: Facts): readonly string[]
}
