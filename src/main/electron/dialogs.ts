import { dialog, type BrowserWindow, type OpenDialogOptions } from 'electron'
import type { Dialogs, FileKind } from '../desktop.ts'

/** The system's own dialogs, attached to the window. */
export function createDialogs(window: BrowserWindow): Dialogs {
  const choose = async (options: OpenDialogOptions): Promise<string | null> => {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, options)
    return canceled ? null : (filePaths[0] ?? null)
  }
  return {
    chooseFolder: ({ title, button, startIn }) =>
      choose({
        title,
        properties: ['openDirectory', 'createDirectory'],
        ...(button === undefined ? {} : { buttonLabel: button }),
        ...(startIn === undefined ? {} : { defaultPath: startIn }),
      }),
    chooseFile: ({ title, kinds, startIn }) =>
      choose({
        title,
        properties: ['openFile'],
        filters: filtersOf(kinds),
        ...(startIn === undefined ? {} : { defaultPath: startIn }),
      }),
    saveFile: async ({ title, suggestedName, kinds }) => {
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        title,
        defaultPath: suggestedName,
        filters: filtersOf(kinds),
      })
      return canceled || filePath === '' ? null : filePath
    },
  }
}

function filtersOf(kinds: readonly FileKind[]): { name: string; extensions: string[] }[] {
  return kinds.map(({ name, extensions }) => ({ name, extensions: [...extensions] }))
}
