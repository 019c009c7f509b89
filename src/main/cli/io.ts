/** What the command line has of the process around it; tests pass their own. */
export type CliIo = {
  stdout(text: string): void
  stderr(text: string): void
  /** Whether nobody reads what is written: a long list ends then. */
  readerGone?(): boolean
  stdin: AsyncIterable<Uint8Array>
  env: Readonly<Record<string, string | undefined>>
  /** Aborted by Ctrl+C: work stops at the next safe point. */
  signal: AbortSignal
  /** Asks on the terminal without showing what is typed; null when there is none. */
  askSecret?(question: string): Promise<string | null>
  version: string
  resourcesFolder: string
  /** Holds the built threads; without it this thread does their work. */
  threadsFolder?: string
}
