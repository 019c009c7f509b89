import { notifications, notificationsStore } from '@mantine/notifications'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { AppError } from '../../../../shared/ipc/errors.ts'
import { leaveProblems, showLateProblem, showProblem } from './showProblem.ts'

const open = (hash: string): void => void vi.stubGlobal('location', { hash })
const shown = (): unknown[] => notificationsStore.getState().notifications.map(({ title }) => title)

beforeEach(() => open('#/users'))
afterEach(() => {
  notifications.clean()
  vi.unstubAllGlobals()
})

// Would catch: an export of an hour that failed while nobody looked, and a sentence that was gone after four seconds.
it('says why and what to do next once, until it is dismissed', () => {
  showLateProblem('The users were not exported', new AppError('DISK_FULL', 'The disk is full. Make room on it.'))
  expect(notificationsStore.getState().notifications).toMatchObject([
    {
      title: 'The users were not exported',
      message: 'The disk is full. Make room on it.',
      autoClose: false,
    },
  ])
})

// Would catch: a sentence about a page that is left, over the buttons of the next one; and one that goes before it is read.
it('goes with the page on which it came up, but for work that ends on any page', () => {
  showLateProblem('The users were not exported', new Error('gone'))
  showProblem('The offboarding could not be started', new Error('gone'))
  leaveProblems()
  expect(shown()).toEqual(['The users were not exported', 'The offboarding could not be started'])
  open('#/archives')
  leaveProblems()
  expect(shown()).toEqual(['The users were not exported'])
})
