import type { AnyInventory } from '../../shared/offboarding/inventory.ts'
import { savesMessages, type Plan } from '../../shared/offboarding/plan.ts'
import type { PlanRequest } from '../../shared/offboarding/request.ts'
import { createListing, type ListedMessage } from '../archive/listing.ts'
import { requireArchiveFolder } from '../archive/requireArchiveFolder.ts'
import { requireRoomFor } from '../archive/room.ts'
import type { PhoneSystem } from '../phoneSystem/port.ts'
import { mapInTurns } from '../jobs/mapInTurns.ts'
import { listingOf } from './proof.ts'

type Asked = { request: PlanRequest; archiveFolder: string }

/**
 * The messages that a plan saves, with the files that they go into; none where it saves nothing. Asked before anybody's
 * sign-in is blocked: throws FILE_PROBLEM when the archive could not be written, DISK_FULL when it has no room there, and
 * VALIDATION_FAILED when its folder is a file or lies in another archive.
 */
export async function approvedListing(
  phoneSystem: PhoneSystem,
  { plan, inventory }: { plan: Plan; inventory: AnyInventory },
  { request, archiveFolder }: Asked,
): Promise<ListedMessage[]> {
  if (!savesMessages(plan) || 'undo' in inventory) return []
  await requireArchiveFolder(archiveFolder, 'the archive folder')
  const chosen = request.kind === 'messages' ? request.messageIds : []
  const messages = (await listingOf(phoneSystem, plan.subject, chosen)) ?? []
  const listed = await mapInTurns(messages, createListing(messages.length))
  await requireRoomFor(archiveFolder, listed, inventory)
  return listed
}
