/** What an operator is told about a kind of voicemail source before anything of it is read. */
export type SourceDescription = {
  readonly kind: string
  /** As its users call it. */
  readonly name: string
  /** What of it is chosen: a folder, a file with one of these endings (lower case, without a dot), or either. */
  readonly takes: { readonly folder: boolean; readonly endings: readonly string[] }
  /** What to choose, and where it usually lies: one or two sentences. */
  readonly about: string
}
