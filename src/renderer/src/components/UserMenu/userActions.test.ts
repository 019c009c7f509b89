import { expect, it } from 'vitest'
import type { OperatorRole } from '../../../../shared/offboarding/step.ts'
import { isAllowed } from '../../../../shared/operators/permissions.ts'
import { userActions } from './userActions.ts'

const offered = (user: Parameters<typeof userActions>[0]): string[] =>
  userActions(user, () => null)
    .filter((action) => action.unavailable === null)
    .map((action) => action.preset)

it('does not offer to activate who is active', () => {
  expect(offered({ status: 'ACTIVE', extension: '1042' })).toEqual(['offboard', 'reset', 'deactivate', 'delete'])
})

it('does not offer to deactivate twice, but still to offboard and delete', () => {
  expect(offered({ status: 'INACTIVE', extension: '1042' })).toEqual(['offboard', 'reset', 'activate', 'delete'])
})

it('does not offer to reset an extension that is not there', () => {
  expect(offered({ status: 'INACTIVE', extension: null })).toEqual(['offboard', 'activate', 'delete'])
})

it('offers nothing for a deleted user', () => {
  expect(offered({ status: 'DELETED', extension: null })).toEqual([])
})

it('offers an IT administrator no change of the account, and a viewer nothing, with the reason', () => {
  const user = { status: 'ACTIVE', extension: '1042' } as const
  const offeredTo = (role: OperatorRole): string[] =>
    userActions(user, (permission) => (isAllowed({ role, auditPrivilege: false }, permission) ? null : 'refused'))
      .filter((action) => action.unavailable === null)
      .map((action) => action.preset)
  expect(offeredTo('itAdministrator')).toEqual(['offboard', 'reset'])
  expect(offeredTo('viewer')).toEqual([])
})
