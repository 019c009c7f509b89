import { Truncated } from '../../../components/Truncated/Truncated.tsx'
import { useVisible } from '../../../data/pages.ts'
import { usePersonList, type PersonRow } from '../../../data/personLists.ts'
import { formatQuantity } from '../../../format/numbers.ts'
import { formatPhoneNumber } from '../../../format/phoneNumbers.ts'
import type { TabProps } from '../tabProps.ts'
import { RecordList } from './RecordList.tsx'
import classes from './Records.module.css'

const columns = [{ name: 'Name' }, { name: 'Company' }, { name: 'Email' }, { name: 'Number' }] as const

/** The person's own address book. */
export function ContactsTab({ inventory: { user } }: TabProps) {
  const [visible, setVisible] = useVisible()
  const { head, total, rowAt } = usePersonList('person.contacts', user.id, visible)
  return (
    <RecordList
      label="Contacts"
      query={head}
      columns={columns}
      layout={classes.contacts}
      total={total}
      onVisible={setVisible}
      cells={(index) => cellsOf(rowAt(index))}
      lead={`${formatQuantity(total, 'contact')}. They are permanently deleted with the account.`}
      none={{
        title: 'No contacts',
        why: user.status === 'DELETED' ? 'Contacts were deleted with the account.' : 'The user has saved no contact.',
      }}
    />
  )
}

function cellsOf(contact: PersonRow<'person.contacts'> | undefined) {
  if (contact === undefined) return null
  return [
    <Truncated key="name" text={contact.name} />,
    <Truncated key="company" text={contact.company} />,
    <Truncated key="email" text={contact.email} />,
    formatPhoneNumber(contact.phoneNumber),
  ]
}
