import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useAnalyticsPeople } from '../../data/analytics.ts'
import type { NamedSide } from '../../stores/analyticsView.ts'
import { keyOf, sidesOf } from './sides.ts'

export type SidePickerProps = {
  label: string
  value: NamedSide | null
  /** Offers only people who have left. */
  goneOnly: boolean
  onChange: (side: NamedSide | null) => void
}

/** Keystrokes settle for this long before main is asked. */
const settleMilliseconds = 120

/** A person by name, those who have left too; an extension or the beginning of a number as it is typed. */
export function SidePicker({ label, value, goneOnly, onChange }: SidePickerProps) {
  const [search, setSearch] = useState(value?.label ?? '')
  // What stands there of itself is no search.
  const typed = search === value?.label ? '' : search.trim()
  const [settled] = useDebouncedValue(typed, settleMilliseconds)
  const people = useAnalyticsPeople(settled, goneOnly)
  const sides = sidesOf({ typed, people: people.data ?? [], chosen: value })
  return (
    <Select
      aria-label={label}
      placeholder={label}
      // Nothing is marked by typing: what is shown may still be the answer to what was typed before.
      searchable
      clearable
      w={210}
      data={optionsOf(sides, people.isPending)}
      comboboxProps={{ withinPortal: false, width: 290, position: 'bottom-start' }}
      // Main has searched already, in more than the label shows.
      filter={({ options }) => options}
      value={value === null ? null : keyOf(value.side)}
      onChange={(key) => onChange(sides.find(({ side }) => keyOf(side) === key) ?? null)}
      searchValue={search}
      onSearchChange={setSearch}
      maxDropdownHeight={280}
      error={people.isError ? people.error.message : undefined}
    />
  )
}

function optionsOf(sides: readonly NamedSide[], searching: boolean) {
  if (sides.length > 0) return sides.map(({ side, label }) => ({ value: keyOf(side), label }))
  // A list without an option would not be a list for a screen reader.
  return [{ value: '', label: searching ? 'Searching…' : 'Nobody has this name.', disabled: true }]
}
