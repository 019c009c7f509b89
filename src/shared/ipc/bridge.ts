/** How main tells the preload script the locale, before anything is drawn. */
export const localeArgument = '--format-locale='

/** The surface between window and preload; it names no feature. */
export type Bridge = {
  /** In which locale dates and numbers are written: the system's, as a BCP 47 tag. */
  locale: string
  invoke(name: string, input: unknown): Promise<unknown>
  /** Answers how to stop listening. */
  on(listener: (name: string, payload: unknown) => void): () => void
}
