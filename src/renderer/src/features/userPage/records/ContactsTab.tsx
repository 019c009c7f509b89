import type { GridColumn } from '../../../components/DataGrid/columns.ts'
import { Truncated } from '../../../components/Truncated/Truncated.tsx'
import { usePersonList, type PersonRow } from '../../../data/personLists.ts'
import { formatQuantity } from '../../../format/numbers.ts'
import { formatPhoneNumber } from '../../../format/phoneNumbers.ts'
import type { TabProps } from '../tabProps.ts'
import { RecordList } from './RecordList.tsx'

const columns: readonly GridColumn<PersonRow<'person.contacts'>>[] = [
  { key: 'name', label: 'Name', width: 140, share: 1, cell: ({ name }) => <Truncated text={name} /> },
  { key: 'company', label: 'Company', width: 140, share: 1, cell: ({ company }) => <Truncated text={company} /> },
  { key: 'email', label: 'Email', width: 180, share: 1.3, cell: ({ email }) => <Truncated text={email} /> },
  { key: 'number', label: 'Number', width: 150, cell: ({ phoneNumber }) => formatPhoneNumber(phoneNumber) },
]

/** The person's own address book. */
export function ContactsTab({ inventory: { user } }: TabProps) {
  const { head, list } = usePersonList('person.contacts', user.id)
  return (
    <RecordList
      label="Contacts"
      query={head}
      columns={columns}
      list={list}
      lead={`${formatQuantity(list.total, 'contact')}. They are permanently deleted with the account.`}
      none={{
        title: 'No contacts',
        why: user.status === 'DELETED' ? 'Contacts were deleted with the account.' : 'The user has saved no contact.',
      }}
    />
  )
}
