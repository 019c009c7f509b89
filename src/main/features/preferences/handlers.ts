import type { Handlers } from '../../../shared/ipc/contract.ts'
import { AppError } from '../../../shared/ipc/errors.ts'
import type { preferenceRoutes } from '../../../shared/preferences/contract.ts'
import type { Desktop } from '../../desktop.ts'
import { freeBytes } from '../../files/freeBytes.ts'
import type { Grants } from '../../files/grants.ts'
import { requireArchiveFolder } from '../../archive/requireArchiveFolder.ts'
import { archiveFolderOf } from '../../settings/archiveFolder.ts'
import type { SettingsStore } from '../../settings/settings.ts'

export type PreferenceOptions = {
  version: string
  dataFolder: string
  settings: SettingsStore
  desktop: Pick<Desktop, 'dialogs' | 'applyTheme' | 'documentsFolder'>
  grants: Grants
}

export function preferenceHandlers(options: PreferenceOptions): Pick<Handlers, keyof typeof preferenceRoutes> {
  const { version, dataFolder, settings, desktop, grants } = options
  const granted = async (path: string) => ({
    grantId: grants.grant(path),
    path,
    freeBytes: await freeBytes(path),
    problem: await problemOf(path),
  })
  const choose = (title: string): Promise<string | null> =>
    desktop.dialogs.chooseFolder({
      title,
      button: 'Use this folder',
      startIn: archiveFolderOf(settings, desktop.documentsFolder),
    })
  return {
    'app.info': () => ({ version, platform: process.platform, dataFolder }),
    'preferences.get': () => ({
      theme: settings.get('theme'),
      usersColumns: [...settings.get('usersColumns')],
      playbackSpeed: settings.get('playbackSpeed'),
    }),
    'preferences.setPlaybackSpeed': ({ speed }) => settings.set('playbackSpeed', speed),
    'preferences.setUsersColumns': ({ columns }) => settings.set('usersColumns', columns),
    'preferences.setTheme': ({ theme }) => {
      settings.set('theme', theme)
      desktop.applyTheme(theme)
    },
    'folders.archive': () => granted(archiveFolderOf(settings, desktop.documentsFolder)),
    'folders.chooseArchive': async () => {
      const path = await choose('Folder for archives')
      if (path === null) return null
      settings.set('archiveFolder', path)
      return granted(path)
    },
    'folders.choose': async () => {
      const path = await choose('Folder for the archive')
      return path === null ? null : granted(path)
    },
  }
}

async function problemOf(folder: string): Promise<string | null> {
  try {
    await requireArchiveFolder(folder, 'the archive folder')
    return null
  } catch (error) {
    if (error instanceof AppError) return error.message
    throw error
  }
}
