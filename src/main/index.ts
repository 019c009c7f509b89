import { join } from 'node:path'
import { openApp } from './electron/openApp.ts'

// Not awaited: Electron is ready only after this file has run to its end.
void openApp(join(import.meta.dirname, '..'))
