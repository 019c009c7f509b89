/** The three-line surface between window and preload; it names no feature. */
export type Bridge = {
  invoke(name: string, input: unknown): Promise<unknown>
  /** Answers how to stop listening. */
  on(listener: (name: string, payload: unknown) => void): () => void
}
