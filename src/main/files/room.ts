import { AppError } from '../../shared/ipc/errors.ts'
import { freeBytes } from './freeBytes.ts'

const blockBytes = 4096

/** What a file of so many bytes takes on most disks. */
export function onDisk(bytes: number): number {
  return Math.ceil(bytes / blockBytes) * blockBytes
}

/** How many bytes are needed, free and missing. */
export type Room = { needed: number; free: number; missing: number }

/** Throws DISK_FULL with the sentence before anything is written, when the disk of a folder has no room for so many bytes. */
export async function requireRoom(folder: string, needed: number, sentence: (room: Room) => string): Promise<void> {
  const free = await freeBytes(folder)
  if (free === null || free >= needed) return
  const room = { needed, free, missing: needed - free }
  throw new AppError('DISK_FULL', sentence(room), { folder, ...room })
}
