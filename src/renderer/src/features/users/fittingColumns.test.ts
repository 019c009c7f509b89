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

it('leaves chosen columns as they are', () => {
  expect(fittingColumns(userColumn.options, 300)).toEqual(userColumn.options)
})
