import { z } from 'zod'
import { archiveId } from '../ids.ts'
import { route } from '../ipc/route.ts'
import { archiveContent, archiveRow, shownVerification } from './model.ts'

export const archiveRoutes = {
  'archives.list': route(z.object({}), z.array(archiveRow)),
  /** Audio is played from media://archive/ARCHIVE/MESSAGE. */
  'archives.open': route(z.object({ archiveId }), archiveContent),
  'archives.verify': route(z.object({ archiveId }), shownVerification),
  'archives.showInFolder': route(z.object({ archiveId }), z.void()),
  /** Asks for a bag with a dialog and remembers it; null when the dialog was cancelled. */
  'archives.add': route(z.object({}), archiveRow.nullable()),
  /** Takes it out of the list; the folder stays. */
  'archives.forget': route(z.object({ archiveId }), z.void()),
} as const
