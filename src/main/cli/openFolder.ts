import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { AppError } from '../../shared/ipc/errors.ts'
import type { Emit } from '../../shared/ipc/contract.ts'
import { dataFolderMode, namedDataFolder } from '../dataFolder.ts'
import { makeFolders } from '../files/makeFolders.ts'
import type { Logger } from '../log/logger.ts'
import { openServices, type Services } from '../services.ts'
import type { CliIo } from './io.ts'

/** The folder that was named, else the one that the app uses on this system. */
export function dataFolderOf(argv: readonly string[], env: CliIo['env'], platform: string = process.platform): string {
  const named = namedDataFolder(argv, env)
  if (named !== null) return named
  if (platform === 'win32') return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Offhook')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Offhook')
  return join(env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'Offhook')
}

/** Opens a data folder that holds a company; only what fills a folder may create one. Throws NOT_FOUND. */
export async function openFolder(
  io: CliIo,
  dataFolder: string,
  log: Logger,
  { mayCreate = false, emit = () => undefined }: { mayCreate?: boolean; emit?: Emit } = {},
): Promise<Services> {
  if (!mayCreate && !existsSync(join(dataFolder, 'offhook.sqlite')))
    throw new AppError(
      'NOT_FOUND',
      `There is no company in the data folder ${dataFolder}. Name another with --data, or fill it: demo, import users.`,
    )
  try {
    await makeFolders(dataFolder, dataFolderMode)
  } catch (cause) {
    throw new AppError(
      'FILE_PROBLEM',
      `The data folder ${dataFolder} cannot be created. Check its path and permissions.`,
      {},
      { cause },
    )
  }
  return openServices({
    dataFolder,
    resourcesFolder: io.resourcesFolder,
    ...(io.threadsFolder === undefined ? {} : { threadsFolder: io.threadsFolder }),
    version: io.version,
    clock: { now: () => new Date() },
    ids: { next: randomUUID },
    log,
    emit,
  })
}
