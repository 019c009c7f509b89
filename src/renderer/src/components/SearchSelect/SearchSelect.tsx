import { Select, type SelectProps } from '@mantine/core'

/** One of many values, found by typing a part of it: Enter takes the first that fits. */
export function SearchSelect(props: Omit<SelectProps, 'searchable'> & { value: string | null }) {
  return (
    <Select
      searchable
      selectFirstOptionOnChange
      // A list that opens at its chosen value looks for that a moment later, and unmarks what was typed meanwhile.
      selectFirstOptionOnDropdownOpen={props.value === null}
      {...props}
    />
  )
}
