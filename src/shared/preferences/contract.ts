import { z } from 'zod'
import { grantId } from '../ids.ts'
import { route } from '../ipc/route.ts'

export const theme = z.enum(['system', 'light', 'dark'])
export type Theme = z.infer<typeof theme>

export const preferenceRoutes = {
  'app.info': route(
    z.object({}),
    z.object({
      version: z.string(),
      platform: z.string(),
      dataFolder: z.string(),
    }),
  ),
  'preferences.get': route(z.object({}), z.object({ theme })),
  'preferences.setTheme': route(z.object({ theme }), z.void()),
  /** The folder in which archives are made: the last one chosen, or Documents/Offhook archives. */
  'folders.archive': route(z.object({}), z.object({ grantId, path: z.string(), freeBytes: z.int().nullable() })),
  'folders.chooseArchive': route(
    z.object({}),
    z.object({ grantId, path: z.string(), freeBytes: z.int().nullable() }).nullable(),
  ),
} as const
