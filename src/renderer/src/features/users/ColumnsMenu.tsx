import { Button, Checkbox, Popover, Stack } from '@mantine/core'
import { IconColumns3 } from '@tabler/icons-react'
import { memo } from 'react'
import { userColumnNames, usualUserColumns } from '../../../../shared/directory/columns.ts'
import { userColumn, type UserColumn, type UserRow, type UserSort } from '../../../../shared/directory/model.ts'
import type { GridColumn } from '../../components/DataGrid/columns.ts'
import { useSetUsersColumns } from '../../data/preferences.ts'

/** columns: those that are chosen; shown: those of them that there is room for. */
type ColumnsMenuProps = { columns: readonly UserColumn[]; shown: readonly GridColumn<UserRow, UserSort>[] }

/** Chooses the columns of the page; the choice is kept. The name always shows. */
export const ColumnsMenu = memo(Menu)

function Menu({ columns, shown }: ColumnsMenuProps) {
  const { mutate } = useSetUsersColumns()
  const show = (column: UserColumn, ticked: boolean): void =>
    mutate(userColumn.options.filter((one) => (one === column ? ticked : columns.includes(one))))
  const hidden = (column: UserColumn): boolean => columns.includes(column) && shown.every(({ key }) => key !== column)
  return (
    <Popover position="bottom-end" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<IconColumns3 size={15} aria-hidden />}>
          Columns
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Columns">
        <Stack gap={8}>
          {userColumn.options.map((column) => (
            <Checkbox
              key={column}
              label={userColumnNames[column]}
              checked={columns.includes(column)}
              {...(hidden(column) && { description: 'Hidden in this narrow window' })}
              {...(column === 'name' && { disabled: true, description: 'Always shown' })}
              onChange={(event) => show(column, event.currentTarget.checked)}
            />
          ))}
          <Button variant="subtle" onClick={() => mutate([...usualUserColumns])}>
            Usual columns
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
