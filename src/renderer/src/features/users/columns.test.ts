import { expect, it } from 'vitest'
import { usualUserColumns } from '../../../../shared/directory/columns.ts'
import { userColumn, type UserColumn } from '../../../../shared/directory/model.ts'
import { fittingColumns } from '../../components/DataGrid/fittingColumns.ts'
import { gridColumns, usersEnds } from './columns.tsx'

function fitting(columns: readonly UserColumn[], room: number): string[] {
  return fittingColumns(gridColumns(columns), usersEnds, room).map(({ key }) => key)
}

it.each([
  [1089, []],
  [900, ['department']],
  [753, ['department', 'site']],
  [300, ['department', 'site']],
])('in %d pixels of the usual columns these give way: %j', (room, left) => {
  expect(fitting(usualUserColumns, room)).toEqual(usualUserColumns.filter((one) => !left.includes(one)))
})

it('scrolls where chosen columns are too wide even without those that give way', () => {
  const left = userColumn.options.filter((one) => one !== 'department' && one !== 'site')
  expect(fitting(userColumn.options, 300)).toEqual(left)
  expect(fitting(userColumn.options, 3000)).toEqual(userColumn.options)
})

// Would catch: one more column that brings back two others, which did not fit before it.
it('never brings a column back for another one more', () => {
  const more = userColumn.options.filter((one) => one === 'phoneNumber' || usualUserColumns.includes(one))
  expect(fitting(more, 753)).not.toContain('site')
  expect(fitting(more, 753)).toContain('phoneNumber')
})
