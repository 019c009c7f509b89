import { statfs } from 'node:fs/promises'
import { AppError } from '../../shared/ipc/errors.ts'
import type { Inventory } from '../../shared/offboarding/inventory.ts'
import { readableBytes } from '../files/diskErrors.ts'
import type { ListedMessage } from './listing.ts'

const blockBytes = 4096
/** What a message adds to page, list and manifest; then a row, card or entry; then the fixed files. */
const perMessage = 2048
const perRow = 512
const fixed = 256 * 1024

/** How many bytes the archive still takes on disk, generously. */
export function neededBytes(messages: readonly ListedMessage[], { counts }: Inventory): number {
  const audio = messages
    .filter(({ proof }) => proof === null)
    .reduce((sum, { message }) => sum + Math.ceil(message.bytes / blockBytes) * blockBytes, 0)
  const rows = counts.callRecord + counts.contact + counts.meeting + counts.preference
  return audio + messages.length * perMessage + rows * perRow + fixed
}

/** Throws DISK_FULL before anything is written when there is no room for it. */
export async function requireRoom(folder: string, needed: number): Promise<void> {
  const { bavail, bsize, blocks } = await statfs(folder)
  // Some shares answer with zeros; they show a full disk only when it is.
  if (blocks === 0) return
  const free = bavail * bsize
  if (free >= needed) return
  throw new AppError(
    'DISK_FULL',
    `The archive needs ${readableBytes(needed)} and the disk has ${readableBytes(free)} left. Make room for ${readableBytes(needed - free)} more, or choose a folder on another disk, then continue.`,
    { folder, needed, free, missing: needed - free },
  )
}

/** The disk filled up in the middle. */
export function diskFull(folder: string, saved: { messages: number; of: number; missing: number }): AppError {
  return new AppError(
    'DISK_FULL',
    `The disk is full. ${saved.messages} of ${saved.of} messages are saved and proven, and stay so; about ${readableBytes(saved.missing)} more is needed. Make room, then continue.`,
    { folder, missing: saved.missing },
  )
}
