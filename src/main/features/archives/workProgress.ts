import type { Emit, Events } from '../../../shared/ipc/contract.ts'
import { throttle } from '../../throttle.ts'

export type Report = (done: number, total: number | null, bytes: number) => void

/** Tells the window how far some work is, at most ten times a second, and the last time in any case. */
export async function withProgress<T>(
  emit: Emit,
  work: Events['work.progress']['work'],
  run: (report: Report) => Promise<T>,
): Promise<T> {
  const progress = throttle<Omit<Events['work.progress'], 'work'>>((value) => emit('work.progress', { work, ...value }))
  try {
    return await run((done, total, bytes) => progress.report({ done, total, bytes }))
  } finally {
    progress.flush()
  }
}
