import { AppError } from '../../shared/ipc/errors.ts'
import type { AnyInventory } from '../../shared/offboarding/inventory.ts'
import { readableBytes } from '../files/diskErrors.ts'
import { onDisk, type Room } from '../files/room.ts'
import type { ListedMessage } from './listing.ts'

/** What a message adds to page, list and manifest; then a row, card or entry; then the fixed files. */
const perMessage = 2048
const perRow = 512
const fixed = 256 * 1024

/** How many bytes the archive still takes on disk, generously. */
export function neededBytes(messages: readonly ListedMessage[], inventory: AnyInventory): number {
  const audio = messages
    .filter(({ proof }) => proof === null)
    .reduce((sum, { message }) => sum + onDisk(message.bytes), 0)
  return audio + messages.length * perMessage + rowsOf(inventory) * perRow + fixed
}

function rowsOf(inventory: AnyInventory): number {
  if (!('user' in inventory)) return 0
  const { callRecord, contact, meeting, preference } = inventory.counts
  return callRecord + contact + meeting + preference
}

/** What is said when the disk has too little room for an archive. */
export function noRoomForArchive({ needed, free, missing }: Room): string {
  return `The archive needs ${readableBytes(needed)} and the disk has ${readableBytes(free)} left. Make room for ${readableBytes(missing)} more, or choose a folder on another disk, then continue.`
}

/** The disk filled up in the middle. */
export function diskFull(folder: string, saved: { messages: number; of: number; missing: number }): AppError {
  return new AppError(
    'DISK_FULL',
    `The disk is full. ${saved.messages} of ${saved.of} messages are saved and proven, and stay so; about ${readableBytes(saved.missing)} more is needed. Make room, then continue.`,
    { folder, missing: saved.missing },
  )
}
