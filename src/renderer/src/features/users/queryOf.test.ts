import { expect, it } from 'vitest'
import { filterOf } from './queryOf.ts'

it('counts the days of leaving from today over the end of a month and a leap day', () => {
  expect(filterOf(' an ', { leaving: 'week' }, '2028-02-25')).toEqual({
    search: 'an',
    status: 'ACTIVE',
    leavesFrom: '2028-02-25',
    leavesUntil: '2028-03-03',
  })
  expect(filterOf('', { leaving: 'passed' }, '2026-03-01')).toEqual({
    search: '',
    status: 'ACTIVE',
    leavesUntil: '2026-02-28',
  })
})

// Would catch: a list of who leaves this week with people who were deactivated long ago.
it('leaves out who has left already, unless they are asked for', () => {
  expect(filterOf('', { leaving: 'anyDay' }, '2026-03-01')).toMatchObject({ leaving: true, status: 'ACTIVE' })
  expect(filterOf('', { leaving: 'anyDay', status: 'INACTIVE' }, '2026-03-01')).toMatchObject({ status: 'INACTIVE' })
  expect(filterOf('', { hasVoicemail: true }, '2026-03-01')).toEqual({ search: '', hasVoicemail: true })
})
