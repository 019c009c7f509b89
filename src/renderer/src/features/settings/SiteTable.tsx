import { ActionIcon, Menu, Table } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import type { SiteRow } from '../../../../shared/company/contract.ts'
import { whyNotRemoveSite } from '../../../../shared/company/rules.ts'
import { MenuOption } from '../../components/MenuOption/MenuOption.tsx'
import { useRefusal } from '../../data/session.ts'
import { formatCount } from '../../format/numbers.ts'

type SiteTableProps = {
  rows: readonly SiteRow[]
  onChange: (site: SiteRow) => void
  onRemove: (site: SiteRow) => void
}

export function SiteTable({ rows, onChange, onRemove }: SiteTableProps) {
  const refusal = useRefusal('manageCompany')
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Name</Table.Th>
          <Table.Th>Time zone</Table.Th>
          <Table.Th>Users</Table.Th>
          <Table.Th>Extensions</Table.Th>
          <Table.Th>
            <span className="visuallyHidden">Actions</span>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((site) => (
          <Table.Tr key={site.id}>
            <Table.Td>{site.name}</Table.Td>
            <Table.Td>{site.timezone}</Table.Td>
            <Table.Td>{formatCount(site.users)}</Table.Td>
            <Table.Td>{formatCount(site.extensions)}</Table.Td>
            <Table.Td ta="right">
              <Menu position="bottom-end" width={280} returnFocus withInitialFocusPlaceholder={false}>
                <Menu.Target>
                  <ActionIcon aria-label={`More options for ${site.name}`}>
                    <IconDots size={17} aria-hidden />
                  </ActionIcon>
                </Menu.Target>
                <Menu.Dropdown aria-label={`Options for ${site.name}`}>
                  <MenuOption label="Change…" unavailable={refusal} onClick={() => onChange(site)} />
                  <MenuOption
                    label="Remove…"
                    unavailable={refusal ?? whyNotRemoveSite(site, rows.length)}
                    onClick={() => onRemove(site)}
                  />
                </Menu.Dropdown>
              </Menu>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
