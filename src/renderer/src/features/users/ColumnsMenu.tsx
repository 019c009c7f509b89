import { Button, Checkbox, Popover, Stack } from '@mantine/core'
import { IconColumns3 } from '@tabler/icons-react'
import { memo } from 'react'
import { userColumnNames, usualUserColumns } from '../../../../shared/directory/columns.ts'
import { userColumn, type UserColumn } from '../../../../shared/directory/model.ts'
import { useSetUsersColumns } from '../../data/preferences.ts'

/** Chooses the columns of the page; the choice is kept. The name always shows. */
export const ColumnsMenu = memo(Menu)

function Menu({ columns }: { columns: readonly UserColumn[] }) {
  const { mutate } = useSetUsersColumns()
  const show = (column: UserColumn, shown: boolean): void =>
    mutate(userColumn.options.filter((one) => (one === column ? shown : columns.includes(one))))
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
