import { Anchor, Stack, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { Link } from 'wouter'
import type { UserId } from '../../../../../../shared/ids.ts'
import { formatCount, formatQuantity } from '../../../../format/numbers.ts'
import { PeopleList } from './PeopleList.tsx'
import { usePeople } from './usePeople.ts'
import classes from './PersonStep.module.css'

export type PersonStepProps = {
  userId: UserId | null
  onChoose: (userId: UserId, andContinue: boolean) => void
}

/** Search as you type; arrows move through the people, Enter takes the marked one and goes on. */
export function PersonStep({ userId, onChoose }: PersonStepProps) {
  const [search, setSearch] = useState('')
  const [marked, setMarked] = useState<number | null>(null)
  const people = usePeople(search)
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const users = people.data?.users ?? []
  const chosen = users.findIndex((user) => user.id === userId)
  const at = Math.min(marked ?? Math.max(0, chosen), users.length - 1)

  function key(event: KeyboardEvent): void {
    if (event.altKey) return
    const user = users[at]
    if (event.key === 'ArrowDown') setMarked(Math.min(at + 1, users.length - 1))
    else if (event.key === 'ArrowUp') setMarked(Math.max(at - 1, 0))
    else if (event.key === 'Enter' && user !== undefined) onChoose(user.id, true)
    else return
    event.preventDefault()
  }

  function pick(position: number): void {
    const user = users[position]
    setMarked(position)
    if (user !== undefined) onChoose(user.id, false)
  }

  return (
    <Stack gap="xs">
      <TextInput
        label="Who leaves?"
        ref={field}
        placeholder="Name, user name, email, extension or phone number"
        leftSection={<IconSearch size={16} />}
        value={search}
        onChange={(event) => {
          setSearch(event.currentTarget.value)
          setMarked(0)
        }}
        onKeyDown={key}
        role="combobox"
        aria-expanded
        aria-autocomplete="list"
        aria-controls={`${id}-list`}
        aria-activedescendant={users.length > 0 ? `${id}-${at}` : undefined}
        autoComplete="off"
        spellCheck={false}
      />
      <PeopleList id={id} people={people} marked={at} userId={userId} onChoose={pick} />
      <p className={classes.line} role="status">
        {people.data === undefined ? '' : countLine(users.length, people.data.total, search)}
        {people.data?.total === 0 && search.trim() === '' && (
          <Anchor component={Link} href="/import" size="xs">
            Import users
          </Anchor>
        )}
      </p>
    </Stack>
  )
}

function countLine(shown: number, total: number | null, search: string): string {
  if (total === 0) {
    return search.trim() === ''
      ? 'The directory is empty. '
      : `Nobody matches “${search.trim()}”. Try a part of the name or the extension.`
  }
  if (total === null) return `The first ${shown} people. Type to narrow the list.`
  if (total > shown) return `The first ${shown} of ${formatCount(total)} people. Type to narrow the list.`
  return formatQuantity(total, 'person', 'people')
}
