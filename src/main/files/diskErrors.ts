import { AppError } from '../../shared/ipc/errors.ts'

const noRoom = new Set(['ENOSPC', 'EDQUOT'])

export function systemCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
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

/** What a failed system call on a folder that was chosen becomes; errors that are ours already stay as they are. */
export function toFolderError(error: unknown, folder: string): unknown {
  const code = systemCode(error)
  if (error instanceof AppError || code === null) return error
  return new AppError(
    'FILE_PROBLEM',
    `The archive folder cannot be written (${code}). Check that the disk is connected and that the folder may be written to, then continue.`,
    { folder, code },
    { cause: error },
  )
}
