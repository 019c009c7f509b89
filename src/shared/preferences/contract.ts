import { z } from 'zod'
import { userColumn } from '../directory/model.ts'
import { grantId } from '../ids.ts'
import { route } from '../ipc/route.ts'
import { playbackSpeed } from '../listen/model.ts'

export const theme = z.enum(['system', 'light', 'dark'])
export type Theme = z.infer<typeof theme>

/** problem: why no archive could be written there, as a sentence; null when none is known. */
const archiveFolder = z.object({
  grantId,
  path: z.string(),
  freeBytes: z.int().nullable(),
  problem: z.string().nullable(),
})

export const preferenceRoutes = {
  'app.info': route(
    z.object({}),
    z.object({
      version: z.string(),
      platform: z.string(),
      dataFolder: z.string(),
    }),
  ),
  'preferences.get': route(z.object({}), z.object({ theme, usersColumns: z.array(userColumn), playbackSpeed })),
  /** The columns of the Users page; their order is the page's. */
  'preferences.setUsersColumns': route(z.object({ columns: z.array(userColumn).min(1).max(20) }), z.void()),
  /** How fast messages play, from the next one on too. */
  'preferences.setPlaybackSpeed': route(z.object({ speed: playbackSpeed }), z.void()),
  'preferences.setTheme': route(z.object({ theme }), z.void()),
  /** The folder in which archives are made: the one chosen in Settings, or Documents/Offhook archives. */
  'folders.archive': route(z.object({}), archiveFolder),
  /** Asks for another folder for all archives. */
  'folders.chooseArchive': route(z.object({}), archiveFolder.nullable()),
  /** Asks for the folder of one archive; the folder in which archives are made stays as it is. */
  'folders.choose': route(z.object({}), archiveFolder.nullable()),
} as const
