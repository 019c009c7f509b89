import { Select, type SelectProps } from '@mantine/core'
import { useState, type KeyboardEvent } from 'react'

type SearchSelectProps = Omit<
  SelectProps,
  'searchable' | 'dropdownOpened' | 'onDropdownOpen' | 'onDropdownClose' | 'onKeyDown'
> & { value: string | null }

/** One of many values, found by typing a part of it: Enter takes the first that fits. */
export function SearchSelect(props: SearchSelectProps) {
  const [opened, setOpened] = useState(false)
  return (
    <Select
      searchable
      selectFirstOptionOnChange
      selectFirstOptionOnDropdownOpen={props.value === null}
      dropdownOpened={opened}
      onDropdownOpen={() => setOpened(true)}
      onDropdownClose={() => setOpened(false)}
      // A list that opens with a chosen value looks for that a moment later: what typing marks meanwhile could not be taken.
      onKeyDown={(event) => changesText(event) && setOpened(true)}
      {...props}
    />
  )
}

function changesText({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return !ctrlKey && !metaKey && !altKey && (key.length === 1 || key === 'Backspace' || key === 'Delete')
}
