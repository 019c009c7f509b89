import { notificationsStore } from '@mantine/notifications'
import { expect, it } from 'vitest'
import { AppError } from '../../../../shared/ipc/errors.ts'
import { showProblem } from './showProblem.ts'

// Would catch: an export of an hour that failed while nobody looked, and a sentence that was gone after four seconds.
it('says why and what to do next once, until it is dismissed', () => {
  showProblem('The users were not exported', new AppError('DISK_FULL', 'The disk is full. Make room on it.'))
  expect(notificationsStore.getState().notifications).toMatchObject([
    {
      title: 'The users were not exported',
      message: 'The disk is full. Make room on it.',
      autoClose: false,
    },
  ])
})
