import type { ListedMessage } from './listing.ts'
import type { BagFile } from './bagFile.ts'

export type BagProgress = {
  phase: 'saving' | 'copying' | 'writing' | 'proving'
  done: number
  total: number | null
  bytes: number
  totalBytes: number | null
}

export type SaveProgress = {
  /** The proof of an earlier try holds. */
  kept(message: ListedMessage): void
  saved(message: ListedMessage): void
  proven(count: number): void
  /** A playable copy of one of so many messages. */
  copied(file: BagFile, of: number): void
  wrote(file: BagFile): void
  /** How many were proven before this try. */
  provenBefore(): number
  /** missing: bytes of the messages that are not saved yet. */
  state(): { proven: number; missing: number }
}

/** Counts messages and bytes, and reports each step of it; whoever shows it decides how often. */
export function createSaveProgress(
  messages: readonly ListedMessage[],
  report: (progress: BagProgress) => void,
): SaveProgress {
  const total = messages.length
  const totalBytes = messages.reduce((sum, { message }) => sum + message.bytes, 0)
  let done = 0
  let kept = 0
  let proven = 0
  let bytes = 0
  let copied = 0
  let copiedBytes = 0
  let written = 0
  let writtenBytes = 0
  const saved = ({ message }: ListedMessage): void => {
    done += 1
    bytes += message.bytes
    report({ phase: 'saving', done, total, bytes, totalBytes })
  }
  return {
    kept: (listed) => {
      kept += 1
      saved(listed)
    },
    saved,
    proven: (count) => {
      proven += count
    },
    copied: (file, of) => {
      copied += 1
      copiedBytes += file.bytes
      report({ phase: 'copying', done: copied, total: of, bytes: copiedBytes, totalBytes: null })
    },
    wrote: (file) => {
      written += 1
      writtenBytes += file.bytes
      report({ phase: 'writing', done: written, total: null, bytes: writtenBytes, totalBytes: null })
    },
    provenBefore: () => kept,
    state: () => ({ proven: kept + proven, missing: Math.max(0, totalBytes - bytes) }),
  }
}
