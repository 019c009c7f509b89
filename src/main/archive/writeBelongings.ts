import type { Archivable } from '../../shared/offboarding/choices.ts'
import { fullName, type SavedInventory } from '../../shared/offboarding/inventory.ts'
import type { Belongings } from '../phoneSystem/port.ts'
import { writeBagFile, type BagFile } from './bagFile.ts'
import { callsCsv, emptyTally, type CallTally } from './belongings/callsCsv.ts'
import { writeGreeting } from './belongings/greetings.ts'
import { asJson, extensionJson, personJson } from './belongings/json.ts'

export type WrittenBelongings = {
  files: BagFile[]
  calls: CallTally | null
  counts: Partial<Record<Archivable, number>>
}

export type BelongingsRequest = {
  bag: string
  inventory: SavedInventory
  /** Null when the archive is about nobody. */
  belongings: Belongings | null
  include: readonly Archivable[]
  savedAt: Date
}

/** Writes the person and, of the other data, the kinds that were chosen; or the extension. */
export async function writeBelongings(
  { bag, inventory, belongings, include, savedAt }: BelongingsRequest,
  onFile: (file: BagFile) => void,
  signal: AbortSignal,
): Promise<WrittenBelongings> {
  const files: BagFile[] = []
  const counts: WrittenBelongings['counts'] = {}
  const keep = (file: BagFile): void => {
    files.push(file)
    onFile(file)
  }
  const write = async (path: string, chunks: Iterable<string>): Promise<void> =>
    keep(await writeBagFile(bag, path, chunks, signal))
  if ('holder' in inventory) await write('data/extension.json', [extensionJson(inventory)])
  if (!('user' in inventory) || belongings === null) return { files, calls: null, counts }
  const { contacts, meetings, preferences, greetings } = belongings

  await write('data/person.json', [personJson(inventory)])
  let calls: CallTally | null = null
  if (include.includes('calls')) {
    calls = emptyTally()
    await write('data/calls.csv', callsCsv(belongings.calls, calls))
    counts.calls = calls.count
  }
  if (include.includes('contacts')) {
    const { contactsVcf } = await import('./belongings/contactsVcf.ts')
    await write('data/contacts.vcf', contactsVcf(contacts))
    counts.contacts = contacts.length
  }
  if (include.includes('meetings')) {
    const { meetingsIcs } = await import('./belongings/meetingsIcs.ts')
    await write('data/meetings.ics', [meetingsIcs(meetings, fullName(inventory.user), savedAt)])
    counts.meetings = meetings.length
  }
  if (include.includes('preferences')) {
    await write('data/preferences.json', [asJson(preferences)])
    counts.preferences = preferences.length
  }
  if (include.includes('greetings')) {
    for (const [index, greeting] of greetings.entries()) keep(await writeGreeting(bag, greeting, index + 1, signal))
    counts.greetings = greetings.length
  }
  return { files, calls, counts }
}
