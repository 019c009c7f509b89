import type { ElectronApplication } from '@playwright/test'

/** The next dialogs that ask for a file or folder answer this path; null cancels them. */
export async function answerOpenDialog(app: ElectronApplication, path: string | null): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () =>
      Promise.resolve({ canceled: chosen === null, filePaths: chosen === null ? [] : [chosen] })
  }, path)
}

export async function answerSaveDialog(app: ElectronApplication, path: string | null): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: chosen === null, filePath: chosen ?? '' })
  }, path)
}

/** Message boxes answer the button with this label; a box without it fails the call. */
export async function answerMessageBox(app: ElectronApplication, label: string): Promise<void> {
  await app.evaluate(({ dialog }, wanted) => {
    const answer = (...words: readonly unknown[]): Promise<{ response: number; checkboxChecked: boolean }> => {
      const { buttons = [] } = words.at(-1) as { buttons?: string[] }
      const response = buttons.indexOf(wanted)
      if (response === -1) throw new Error(`No button ${wanted} among ${buttons.join(', ')}`)
      return Promise.resolve({ response, checkboxChecked: false })
    }
    dialog.showMessageBox = answer
  }, label)
}

/** Chooses an item of the menu bar by its labels from the top. */
export async function chooseMenuItem(app: ElectronApplication, ...labels: readonly string[]): Promise<void> {
  await app.evaluate(({ Menu, BrowserWindow }, path) => {
    const named = (label: string) => (item: Electron.MenuItem) => item.label.replace('&', '') === label
    let items = Menu.getApplicationMenu()?.items ?? []
    for (const label of path.slice(0, -1)) items = items.find(named(label))?.submenu?.items ?? []
    const item = items.find(named(path.at(-1) ?? ''))
    if (!item) throw new Error(`No menu item ${path.join(' > ')}`)
    item.click({}, BrowserWindow.getAllWindows()[0], undefined)
  }, labels)
}
