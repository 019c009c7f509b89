import { z } from 'zod'
import { libraryFolderId } from '../ids.ts'
import { route } from '../ipc/route.ts'
import { libraryFolder, lookResult } from './library.ts'
import { scrubStatus } from './scrub.ts'

/** The folders in which archives are looked for, and the daily check. */
export const libraryRoutes = {
  'library.folders': route(z.object({}), z.array(libraryFolder)),
  /** Asks for a folder with a dialog and looks through it; null when the dialog was cancelled. */
  'library.addFolder': route(z.object({}), lookResult.nullable()),
  'library.removeFolder': route(z.object({ folderId: libraryFolderId }), z.void()),
  'library.look': route(z.object({}), lookResult),
  'library.cancelLook': route(z.object({}), z.void()),
  'scrub.status': route(z.object({}), scrubStatus),
  /** Checks the next archive now, whatever was read today. */
  'scrub.next': route(z.object({}), z.void()),
  'scrub.stop': route(z.object({}), z.void()),
} as const
