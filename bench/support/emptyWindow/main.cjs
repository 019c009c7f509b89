// The peer of the window's figures: Electron with one empty window, and nothing else.
const { app, BrowserWindow } = require('electron')
const { join } = require('node:path')

async function open() {
  await app.whenReady()
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    webPreferences: { sandbox: true, contextIsolation: true },
  })
  await window.loadFile(join(__dirname, 'index.html'))
}

void open()
app.on('window-all-closed', () => app.quit())
