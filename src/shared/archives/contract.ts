import { z } from 'zod'
import { archiveId } from '../ids.ts'
import { route } from '../ipc/route.ts'
import { archiveComparison } from './comparison.ts'
import { archiveQuery, foundMessages, librarySummary, listedArchives, messageQuery } from './library.ts'
import { archiveContent, archiveRow, shownVerification } from './model.ts'
import { archiveNotes } from './notes.ts'
import { archivedCalls, archivedContacts, archivedGreeting, archivedMeetings } from './records.ts'

const one = z.object({ archiveId })
const page = z.object({ archiveId, offset: z.int().min(0), limit: z.int().min(1).max(500) })

export const archiveRoutes = {
  'archives.list': route(archiveQuery, listedArchives),
  'archives.summary': route(z.object({}), librarySummary),
  /** Messages of all archives or of one. Audio is played from media://archive/ARCHIVE/MESSAGE. */
  'archives.messages': route(messageQuery, foundMessages),
  'archives.open': route(one, archiveContent),
  'archives.calls': route(page, archivedCalls),
  'archives.contacts': route(page, archivedContacts),
  'archives.meetings': route(page, archivedMeetings),
  /** The first hundred. Audio is played from media://archived-greeting/ARCHIVE/NUMBER. */
  'archives.greetings': route(one, z.array(archivedGreeting).max(100)),
  /** Fails with CANCELLED when it is stopped; the last verdict stays then. */
  'archives.verify': route(one, shownVerification),
  'archives.cancelVerify': route(one, z.void()),
  'archives.compare': route(z.object({ first: archiveId, second: archiveId }), archiveComparison),
  'archives.showInFolder': route(one, z.void()),
  /** Asks for a bag with a dialog and remembers it; null when the dialog was cancelled. */
  'archives.add': route(z.object({}), archiveRow.nullable()),
  /** Takes it out of the list; the folder stays. */
  'archives.forget': route(one, z.void()),
  /** base: the hash of the notes that were changed; other notes there by now are a conflict. */
  'archives.saveNotes': route(
    z.object({
      archiveId,
      base: z.string().nullable(),
      notes: archiveNotes.omit({ messages: true, legalHold: true }),
    }),
    z.void(),
  ),
  'archives.saveMessageNote': route(
    z.object({ archiveId, messageId: z.string().max(200), note: z.string().max(10_000) }),
    z.void(),
  ),
  /** A reason puts the archive under legal hold, null lifts it. */
  'archives.setHold': route(z.object({ archiveId, reason: archiveNotes.shape.legalHold.unwrap() }), z.void()),
  /** Moves the folder to the wastebasket of the desktop. confirm: the name of the folder, as typed. */
  'archives.remove': route(z.object({ archiveId, confirm: z.string().max(300) }), z.void()),
} as const
