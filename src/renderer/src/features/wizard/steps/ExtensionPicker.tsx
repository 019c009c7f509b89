import { Select } from '@mantine/core'
import { useState } from 'react'
import type { UserRow } from '../../../../../shared/directory/model.ts'
import type { UserId } from '../../../../../shared/ids.ts'
import { usePeople } from './Person/usePeople.ts'

export type ExtensionPickerProps = {
  label: string
  value: string | null
  /** The leaver cannot take over from themselves. */
  except: UserId
  onChange: (extensionNumber: string | null) => void
}

/** The extension of an active person who stays; an extension of nobody can be typed. */
export function ExtensionPicker({ label, value, except, onChange }: ExtensionPickerProps) {
  const [search, setSearch] = useState('')
  const term = value !== null && search.startsWith(`${value} `) ? value : search
  const people = usePeople(term, { status: 'ACTIVE' })
  const found = (people.data?.users ?? []).filter((user) => user.id !== except && user.extension !== null)
  return (
    <Select
      label={label}
      placeholder="Name or extension"
      searchable
      clearable
      data={options(found, [value, search], people.isPending)}
      comboboxProps={{ withinPortal: false }}
      // Main has searched already, in more fields than the label shows.
      filter={({ options: all }) => all}
      value={value}
      onChange={onChange}
      searchValue={search}
      onSearchChange={setSearch}
      maxDropdownHeight={260}
      w={360}
      error={people.isError ? people.error.message : undefined}
    />
  )
}

type Option = { value: string; label: string; disabled?: boolean }

/** The people found, and what is chosen or typed when it is an extension that none of them has. */
function options(found: readonly UserRow[], others: readonly (string | null)[], searching: boolean): Option[] {
  const people = found.map((user) => ({
    value: user.extension ?? '',
    label: `${user.extension} ${user.name}${user.leavesOn === null ? '' : ', leaving'}`,
    disabled: user.leavesOn !== null,
  }))
  const known = new Set(people.map((person) => person.value))
  const typed = others.filter((one): one is string => one !== null && /^\d{2,10}$/.test(one) && !known.has(one))
  const all = [
    ...people,
    ...[...new Set(typed)].map((one) => ({ value: one, label: `${one}, the extension as typed` })),
  ]
  if (all.length > 0) return all
  // A list without an option would not be a list for a screen reader.
  return [
    { value: '', label: searching ? 'Searching…' : 'No active person with an extension matches.', disabled: true },
  ]
}
