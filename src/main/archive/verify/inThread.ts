import { runInThread } from '../../workers/runInThread.ts'
import { verifyBag } from '../verifyBag.ts'

export type VerifyQuestion = { folder: string; checked: ReadonlyMap<string, number> | undefined }
/** How far it is; or some files that were found right, with their bytes. */
export type VerifyProgress =
  | { done: number; total: number | null; bytes: number }
  | { right: readonly (readonly [path: string, bytes: number])[] }

export type VerifyBag = typeof verifyBag

/** How bags are verified: in a built thread, so that the window does not feel it, or without one on the caller's. */
export function verifyIn(script: string | null): VerifyBag {
  if (script === null) return verifyBag
  return (folder, { signal, report, checked, onChecked }) =>
    runInThread(script, { folder, checked } satisfies VerifyQuestion, {
      signal,
      report: (progress: VerifyProgress) => {
        if ('right' in progress) for (const [path, bytes] of progress.right) onChecked?.(path, bytes)
        else report(progress.done, progress.total, progress.bytes)
      },
    })
}
