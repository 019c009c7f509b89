import { readableBytes } from '../../../files/diskErrors.ts'
import { onDisk, requireRoom } from '../../../files/room.ts'
import type { ReadDb } from '../../../db/sql.ts'
import { createPlacing } from './placing.ts'
import { importedSizes } from './repository.ts'
import type { OpenedSource } from './source.ts'

/**
 * Throws DISK_FULL before anything is imported when the disk of the audio folder has no room. What the mailboxes have
 * brought in before is taken off, so that importing again is never refused for what is here already. A source that cannot
 * tell how much there is runs into the full disk instead, which loses nothing.
 */
export async function requireRoomFor(db: ReadDb, audioFolder: string, { listed }: OpenedSource): Promise<void> {
  if (listed === null) return
  const placeOf = createPlacing(db, listed)
  let needed = 0
  for (const { mailbox, bytes } of listed) {
    const place = placeOf(mailbox)
    if ('refused' in place) continue
    needed += bytes
    for (const size of importedSizes(db, place.extension)) needed -= onDisk(size)
  }
  await requireRoom(
    audioFolder,
    needed,
    (room) =>
      `Nothing was imported: the messages need ${readableBytes(room.needed)} and the disk of the data folder has ${readableBytes(room.free)} left. Make room for ${readableBytes(room.missing)} more, then import again.`,
  )
}
