import { constants } from 'node:os'
import { basename } from 'node:path'
import { AppError } from '../../shared/ipc/errors.ts'

const noRoom = new Set(['ENOSPC', 'EDQUOT'])

/**
 * The name of a system's error, for example ENOSPC. Node has no name for some that shares and quotas give (ESTALE,
 * EDQUOT) and says "Unknown system error -116".
 */
export function systemCode(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
  const unknown = /^Unknown system error -(\d+)$/.exec(code ?? '')
  if (unknown === null) return code
  const named = Object.entries(constants.errno).find(([, number]) => number === Number(unknown[1]))
  return named?.[0] ?? code
}

/** The disk, or the user's share of it, is used up. */
export function isDiskFull(error: unknown): boolean {
  return noRoom.has(systemCode(error) ?? '')
}

/** Bytes for a sentence, in the decimal units that file managers show: "812 MB". */
export function readableBytes(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB']
  let value = bytes
  let unit = 0
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000
    unit += 1
  }
  const digits = unit === 0 || value >= 99.5 ? 0 : 1
  return `${value.toFixed(digits)} ${units[unit]}`
}

/** What a failed system call on something to read becomes; errors that are ours already, or no system's, stay as they are. */
export function toReadError(error: unknown, path: string): unknown {
  const code = systemCode(error)
  if (error instanceof AppError || code === null) return error
  const message = `${basename(path)} cannot be read (${code}). Check that it is there and may be read, then try again.`
  return new AppError('FILE_PROBLEM', message, { code }, { cause: error })
}

/** A disk that was pulled out, or a share that went away or fell asleep. */
const gone = new Set([
  'EIO',
  'ENOENT',
  'ENOTDIR',
  'ESTALE',
  'ENOTCONN',
  'ENODEV',
  'ENXIO',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'ENETDOWN',
  'ENETUNREACH',
  'ETIMEDOUT',
  'ECONNRESET',
  'ECONNABORTED',
  'UNKNOWN',
])
const refused = new Set(['EACCES', 'EPERM', 'EROFS'])

/**
 * What a failed system call on a folder that was chosen becomes; errors that are ours already stay as they are. folder
 * goes into the sentence, for example "the archive folder"; kept is a sentence of what is safe, or nothing.
 */
export function toFolderError(error: unknown, folder: string, kept = ''): unknown {
  const code = systemCode(error)
  if (error instanceof AppError || code === null || code.startsWith('SQLITE_')) return error
  const said = kept === '' ? '' : `${kept} `
  const problem = (message: string): AppError => new AppError('FILE_PROBLEM', message, { code }, { cause: error })
  const name = `${folder[0]!.toUpperCase()}${folder.slice(1)}`
  if (gone.has(code))
    return problem(
      `The disk or network share with ${folder} does not answer (${code}). ${said}Connect it again, then continue.`,
    )
  if (refused.has(code))
    return problem(
      `${name} may not be written to (${code}). ${said}Check its permissions, and that it is not read-only, then continue.`,
    )
  return problem(`${name} cannot be written (${code}). ${said}Check that its disk is sound, then continue.`)
}
