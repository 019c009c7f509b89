import { stat } from 'node:fs/promises'
import { readableBytes } from '../../../files/diskErrors.ts'
import { onDisk, requireRoom } from '../../../files/room.ts'
import type { ReadDb } from '../../../db/sql.ts'
import { importedSizes } from './repository.ts'
import type { ScannedMailbox } from './scan.ts'

/**
 * Throws DISK_FULL before anything is imported when the disk of the audio folder has no room. A message counts with the
 * biggest of its files, because which one is taken is known only when they are read; what the mailboxes have brought in
 * before is taken off, so that importing again is never refused for what is here already.
 */
export async function requireRoomFor(
  db: ReadDb,
  audioFolder: string,
  mailboxes: readonly ScannedMailbox[],
): Promise<void> {
  let needed = 0
  for (const { mailbox, messages } of mailboxes) {
    for (const { audio } of messages) needed += onDisk(Math.max(0, ...(await Promise.all(audio.map(sizeOf)))))
    for (const bytes of importedSizes(db, mailbox)) needed -= onDisk(bytes)
  }
  await requireRoom(
    audioFolder,
    needed,
    (room) =>
      `Nothing was imported: the messages need ${readableBytes(room.needed)} and the disk of the data folder has ${readableBytes(room.free)} left. Make room for ${readableBytes(room.missing)} more, then import again.`,
  )
}

/** What cannot be looked at is reported when it is read. */
async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  )
}
