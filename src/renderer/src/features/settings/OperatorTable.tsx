import { ActionIcon, Menu, Table } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import type { OperatorRow } from '../../../../shared/operators/model.ts'
import { ownPasswordRefusal, roleNames, whyNotManage } from '../../../../shared/operators/permissions.ts'
import { MenuOption } from '../../components/MenuOption/MenuOption.tsx'
import { useRefusals, useSession } from '../../data/session.ts'
import type { OperatorTask } from './OperatorDialog.tsx'

type OperatorTableProps = {
  rows: readonly OperatorRow[]
  onTask: (operator: OperatorRow, task: OperatorTask) => void
}

export function OperatorTable({ rows, onTask }: OperatorTableProps) {
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Name</Table.Th>
          <Table.Th>User name</Table.Th>
          <Table.Th>Role</Table.Th>
          <Table.Th>
            <span className="visuallyHidden">Actions</span>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.id}>
            <Table.Td>{row.name}</Table.Td>
            <Table.Td>{row.userName}</Table.Td>
            <Table.Td>
              {roleNames[row.role]}
              {row.auditPrivilege && ', audit privilege'}
            </Table.Td>
            <Table.Td ta="right">
              <OperatorActions operator={row} onTask={(task) => onTask(row, task)} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

/** What can be done with one operator; what cannot stays in its place, with the reason. */
function OperatorActions({ operator, onTask }: { operator: OperatorRow; onTask: (task: OperatorTask) => void }) {
  const me = useSession().data?.operator ?? null
  const refusal = useRefusals()
  const manage = me === null ? refusal('manageOperators') : whyNotManage(me, operator)
  const isPrimary = operator.role === 'primaryAdministrator' ? 'Hand the primary administrator over first.' : null
  const isOwn = operator.id === me?.id
  const own = isOwn ? 'Another administrator can do this.' : null
  const items: { task: OperatorTask; label: string; unavailable: string | null }[] = [
    { task: 'role', label: 'Change role…', unavailable: manage ?? isPrimary },
    { task: 'password', label: 'Reset password…', unavailable: manage ?? (isOwn ? ownPasswordRefusal : null) },
    {
      task: 'audit',
      label: operator.auditPrivilege ? 'Take the audit privilege…' : 'Give the audit privilege…',
      unavailable: refusal('grantAudit') ?? (isPrimary && 'The primary administrator has it by the role.'),
    },
    {
      task: 'handOver',
      label: 'Hand primary administrator over…',
      unavailable: refusal('handOver') ?? (isPrimary && 'This is the primary administrator.'),
    },
    { task: 'remove', label: 'Remove…', unavailable: manage ?? isPrimary ?? own },
  ]
  return (
    <Menu position="bottom-end" width={280} returnFocus withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <ActionIcon aria-label={`More options for ${operator.name}`}>
          <IconDots size={17} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown aria-label={`Options for ${operator.name}`}>
        {items.map(({ task, label, unavailable }) => (
          <MenuOption key={task} label={label} unavailable={unavailable} onClick={() => onTask(task)} />
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
