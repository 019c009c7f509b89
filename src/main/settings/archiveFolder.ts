import { join } from 'node:path'
import type { SettingsStore } from './settings.ts'

/** Where archives are made: the folder that was chosen last, or Documents/Offhook archives, which may not exist yet. */
export function archiveFolderOf(settings: SettingsStore, documentsFolder: string): string {
  return settings.get('archiveFolder') ?? join(documentsFolder, 'Offhook archives')
}
