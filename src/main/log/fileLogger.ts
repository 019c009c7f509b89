import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Logger } from './logger.ts'
import { redact, redactText } from './redact.ts'

const keptBytes = 2 * 1024 * 1024

/** The folder of the log file within a data folder. */
export function logFolderOf(dataFolder: string): string {
  return join(dataFolder, 'logs')
}

/**
 * Writes to logs/main.log of the data folder, a line an entry; beyond two megabytes the file becomes main.old.log.
 * What cannot be written is lost without a word: a log stops no work.
 */
export function createFileLogger(dataFolder: string): Logger {
  const path = join(logFolderOf(dataFolder), 'main.log')
  const write =
    (level: keyof Logger): Logger[keyof Logger] =>
    (message, fields) =>
      attempt(() => append(path, `${new Date().toISOString()} ${level} ${lineOf(message, fields)}\n`))
  return { info: write('info'), warn: write('warn'), error: write('error') }
}

function lineOf(message: string, fields: Record<string, unknown> = {}): string {
  const text = JSON.stringify(redactText(message)).slice(1, -1)
  return Object.keys(fields).length === 0 ? text : `${text} ${JSON.stringify(redact(fields))}`
}

function append(path: string, line: string): void {
  mkdirSync(dirname(path), { recursive: true })
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > keptBytes) {
    // Where the old one cannot be replaced, this one grows: its next line is worth more.
    attempt(() => renameSync(path, path.replace(/\.log$/, '.old.log')))
  }
  appendFileSync(path, line)
}

function attempt(write: () => void): void {
  try {
    write()
  } catch {
    // Nobody is there to be told.
  }
}
