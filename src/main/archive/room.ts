import { AppError } from '../../shared/ipc/errors.ts'
import type { SavedInventory } from '../../shared/offboarding/inventory.ts'
import { readableBytes } from '../files/diskErrors.ts'
import { freeBytes } from '../files/freeBytes.ts'
import { onDisk, requireRoom, type Room } from '../files/room.ts'
import type { ListedMessage } from './listing.ts'
import { copyBytes } from './playable/copies.ts'

/** What a message adds to page, list and manifest; then a row, card or entry; then the fixed files. */
const perMessage = 2048
const perRow = 512
const fixed = 256 * 1024

/** How many bytes the archive still takes on disk, generously. */
export function neededBytes(messages: readonly ListedMessage[], inventory: SavedInventory): number {
  const audio = messages
    .filter(({ proof }) => proof === null)
    .reduce((sum, { message }) => sum + onDisk(message.bytes), 0)
  return audio + besideAudio(messages, inventory)
}

function besideAudio(messages: readonly ListedMessage[], inventory: SavedInventory): number {
  const copies = messages.reduce((sum, listed) => sum + onDisk(copyBytes(listed)), 0)
  return copies + messages.length * perMessage + rowsOf(inventory) * perRow + fixed
}

function rowsOf(inventory: SavedInventory): number {
  if (!('user' in inventory)) return 0
  const { callRecord, contact, meeting, preference } = inventory.counts
  return callRecord + contact + meeting + preference
}

/**
 * Answers what is asked before each batch of messages: it rejects with ENOSPC when the disk has too little room for them
 * and for the lists that are still to come, so that it is never filled to its last byte, which the database may need.
 */
export function roomKeeper(
  bag: string,
  { messages, inventory }: { messages: readonly ListedMessage[]; inventory: SavedInventory },
): (batch: readonly ListedMessage[]) => Promise<void> {
  const still = besideAudio(messages, inventory)
  return async (batch) => {
    const free = await freeBytes(bag)
    const needed = batch.reduce((sum, { message }) => sum + onDisk(message.bytes), 0)
    if (free === null || free >= needed + still) return
    throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
  }
}

/** Why an archive cannot be written. */
export function noRoomForArchive(room: Room): string {
  return `${tooLittle(room)}, then continue. Or give this run up and start anew with a folder on another disk.`
}

/**
 * Before a run begins, which would block a sign-in first. Throws DISK_FULL where the disk of the folder has no room for the
 * archive; it need not exist yet.
 */
export async function requireRoomFor(
  folder: string,
  messages: readonly ListedMessage[],
  inventory: SavedInventory,
): Promise<void> {
  const elsewhere = (room: Room): string => `${tooLittle(room)}, or choose a folder on another disk.`
  await requireRoom(folder, neededBytes(messages, inventory), elsewhere)
}

function tooLittle({ needed, free, missing }: Room): string {
  return `The archive needs ${readableBytes(needed)} and the disk has ${readableBytes(free)} left. Make room for ${readableBytes(missing)} more`
}

/** The disk filled up in the middle. */
export function diskFull(folder: string, saved: { messages: number; of: number; missing: number }): AppError {
  return new AppError(
    'DISK_FULL',
    `The disk is full. ${saved.messages} of ${saved.of} messages are saved and proven, and stay so; about ${readableBytes(Math.max(saved.missing, fixed))} more is needed. Make room, then continue.`,
    { folder, missing: saved.missing },
  )
}
