import { AppError } from '../../../../shared/ipc/errors.ts'
import { isDiskFull } from '../../../files/diskErrors.ts'

/** What the disk of the data folder refused, as it is told. */
export function asAppError(cause: unknown): AppError {
  if (isDiskFull(cause))
    return new AppError(
      'DISK_FULL',
      'The disk of the data folder is full. Make room and import again: what is imported already is not imported twice.',
      {},
      { cause },
    )
  return new AppError(
    'FILE_PROBLEM',
    'The audio cannot be written to the data folder. Check its disk and its permissions.',
    {},
    { cause },
  )
}
