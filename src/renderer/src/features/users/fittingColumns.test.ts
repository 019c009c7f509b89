import { expect, it } from 'vitest'
import { usualUserColumns } from '../../../../shared/directory/columns.ts'
import { userColumn } from '../../../../shared/directory/model.ts'
import { fittingColumns } from './fittingColumns.ts'

it.each([
  [1089, []],
  [900, ['department']],
  [753, ['department', 'site']],
  [300, ['department', 'site']],
])('in %d pixels of the usual columns these give way: %j', (room, left) => {
  expect(fittingColumns(usualUserColumns, room)).toEqual(usualUserColumns.filter((one) => !left.includes(one)))
})

it('scrolls where chosen columns are too wide even without those that give way', () => {
  const left = userColumn.options.filter((one) => one !== 'department' && one !== 'site')
  expect(fittingColumns(userColumn.options, 300)).toEqual(left)
  expect(fittingColumns(userColumn.options, 3000)).toEqual(userColumn.options)
})

// Would catch: one more column that brings back two others, which did not fit before it.
it('never brings a column back for another one more', () => {
  const more = userColumn.options.filter((one) => one === 'phoneNumber' || usualUserColumns.includes(one))
  expect(fittingColumns(more, 753)).not.toContain('site')
  expect(fittingColumns(more, 753)).toContain('phoneNumber')
})
