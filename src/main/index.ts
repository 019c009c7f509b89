import { join } from 'node:path'
import { openApp } from './electron/openApp.ts'

await openApp(join(import.meta.dirname, '..'))
