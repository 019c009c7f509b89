import { Select } from '@mantine/core'

export type Found<Value> = { key: string; label: string; value: Value }
export type FoundSelectProps<Value> = {
  label: string
  none: string
  width: number
  typed: string
  onType: (typed: string) => void
  /** What main finds for what is typed. */
  found: readonly Found<Value>[]
  /** What is chosen now. */
  chosen: Found<Value> | null
  onChoose: (value: Value | null) => void
}

/** A filter whose values are too many to be offered all: main finds what is typed. */
export function FoundSelect<Value>(props: FoundSelectProps<Value>) {
  const { label, none, width, typed, onType, found, chosen, onChoose } = props
  const known = chosen === null || found.some(({ key }) => key === chosen.key) ? found : [chosen, ...found]
  return (
    <Select
      aria-label={label}
      placeholder={none}
      clearable
      // Nothing is marked by typing: what is shown may still be the answer to what was typed before.
      searchable
      w={width}
      comboboxProps={{ width: 260, position: 'bottom-start' }}
      nothingFoundMessage="Nothing found"
      filter={({ options }) => options}
      data={known.map((one) => ({ value: one.key, label: one.label }))}
      value={chosen?.key ?? null}
      searchValue={typed}
      onSearchChange={onType}
      onChange={(key) => onChoose(known.find((one) => one.key === key)?.value ?? null)}
    />
  )
}
