import log from 'electron-log/node'
import { join } from 'node:path'
import type { Logger } from './logger.ts'
import { redact, redactText } from './redact.ts'

const keptBytes = 2 * 1024 * 1024

/** The folder of the log file within a data folder. */
export function logFolderOf(dataFolder: string): string {
  return join(dataFolder, 'logs')
}

/** Writes to logs/main.log of the data folder, a line an entry; at two megabytes the file becomes main.old.log. */
export function createFileLogger(dataFolder: string): Logger {
  const path = join(logFolderOf(dataFolder), 'main.log')
  // A log file that cannot be written would be complained of on the terminal, with a stack, through the first logger.
  log.transports.console.writeFn = () => undefined
  const logger = log.create({ logId: path })
  logger.transports.console.level = false
  // Else its name is looked for in a package.json above the folder that one happens to be in, and nothing is written.
  logger.transports.file.setAppName('Offhook')
  logger.transports.file.resolvePathFn = () => path
  logger.transports.file.maxSize = keptBytes
  logger.transports.file.format = '{iso} {level} {text}'
  const line = (message: string, fields: Record<string, unknown> = {}): string => {
    const text = JSON.stringify(redactText(message)).slice(1, -1)
    return Object.keys(fields).length === 0 ? text : `${text} ${JSON.stringify(redact(fields))}`
  }
  return {
    info: (message, fields) => logger.info(line(message, fields)),
    warn: (message, fields) => logger.warn(line(message, fields)),
    error: (message, fields) => logger.error(line(message, fields)),
  }
}
