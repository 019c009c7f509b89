import { useState } from 'react'
import type { NumberRow } from '../../../../../shared/extensions/model.ts'
import { SearchSelect } from '../../../components/SearchSelect/SearchSelect.tsx'
import { useFreeNumbers } from '../../../data/extensions.ts'
import { formatDay } from '../../../format/dates.ts'
import { formatPhoneNumber } from '../../../format/phoneNumbers.ts'
import { numberStates } from '../words.ts'

/** A phone number that is on no extension: parked, released or never given away. */
export function FreeNumberPicker({
  value,
  onChange,
}: {
  value: string | null
  onChange: (value: string | null) => void
}) {
  const [search, setSearch] = useState('')
  const shown = value === null ? '' : formatPhoneNumber(value)
  const numbers = useFreeNumbers(shown !== '' && search.startsWith(shown) ? (value ?? '') : search)
  const found = (numbers.data?.numbers ?? []).map(toOption)
  const none = numbers.isPending ? 'Searching…' : 'No number is parked, released or available.'
  return (
    <SearchSelect
      label="Phone number"
      data-autofocus
      placeholder="Parked, released or available"
      clearable
      data={found.length > 0 ? found : [{ value: '', label: none, disabled: true }]}
      // Main has searched already.
      filter={({ options }) => options}
      value={value}
      onChange={onChange}
      searchValue={search}
      onSearchChange={setSearch}
      maxDropdownHeight={260}
      w={360}
      maw="100%"
      error={numbers.isError ? numbers.error.message : undefined}
    />
  )
}

function toOption({ phoneNumber, state, until }: NumberRow): { value: string; label: string } {
  const when = until === null ? '' : ` until ${formatDay(until)}`
  return {
    value: phoneNumber,
    label: `${formatPhoneNumber(phoneNumber)}, ${numberStates[state].label.toLowerCase()}${when}`,
  }
}
