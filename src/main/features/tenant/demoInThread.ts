import { runInThread } from '../../workers/runInThread.ts'
import type { DemoProgress, DemoSize } from './createDemo.ts'

export type DemoQuestion = {
  dataFolder: string
  voicesFolder: string
  size: DemoSize
  /** The clock's time as main began. */
  at: string
  /** One number, not 0 once the company is not wanted any more. */
  cancelled: SharedArrayBuffer
}

/** Runs writeDemo in a thread, on a connection of its own. Throws what writeDemo throws. */
export function writeDemoInThread(
  script: string,
  given: Omit<DemoQuestion, 'cancelled'>,
  report: (progress: DemoProgress) => void,
  signal: AbortSignal | undefined,
): Promise<void> {
  const cancelled = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)
  const cancel = (): void => void Atomics.store(new Int32Array(cancelled), 0, 1)
  signal?.addEventListener('abort', cancel, { once: true })
  if (signal?.aborted === true) cancel()
  // The signal itself would not be heard: the company is one transaction, in which the thread takes no message.
  return runInThread<void, DemoProgress>(script, { ...given, cancelled } satisfies DemoQuestion, { report }).finally(
    () => signal?.removeEventListener('abort', cancel),
  )
}
