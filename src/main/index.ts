import { join } from 'node:path'
import process from 'node:process'
import { commandWords, runCommand } from './electron/commandMode.ts'
import { openApp } from './electron/openApp.ts'

const out = join(import.meta.dirname, '..')
const command = commandWords(process.argv)

// Electron is ready only after this file has run to its end: a command needs no more than that, a window does.
if (command === null) void openApp(out)
else await runCommand(command, out)
